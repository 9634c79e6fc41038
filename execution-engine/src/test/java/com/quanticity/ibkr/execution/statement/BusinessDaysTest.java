package com.quanticity.ibkr.execution.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessDaysTest {

    @TempDir
    Path folder;

    @Test
    void areMondaysToFridaysWithoutHolidays() {
        BusinessDays days = BusinessDays.of(Path.of("../docs/holidays.txt"));

        assertThat(days.contains(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(days.contains(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(days.contains(LocalDate.of(2026, 12, 26))).isFalse();
        assertThat(days.contains(LocalDate.of(2026, 12, 28))).isTrue();
        assertThat(BusinessDays.of(null).contains(LocalDate.of(2026, 12, 25))).isTrue();
    }

    @Test
    void refuseAFileThatCannotBeReadWithoutGuessing() throws IOException {
        Path file = Files.writeString(folder.resolve("days"), "# ours\n25.12.2026 Christmas\n2026-13-01 none\n");

        assertThatThrownBy(() -> BusinessDays.of(file))
                .hasMessageContaining("line 2 '25.12.2026 Christmas', line 3 '2026-13-01 none'");
        assertThatThrownBy(() -> BusinessDays.of(folder.resolve("gone")))
                .hasMessageContaining("correct ibkr.statement.holidays");
    }
}
