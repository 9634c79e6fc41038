package com.quanticity.ibkr.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshTimesTest {

    private final RefreshTimes times = new RefreshTimes(LocalTime.of(7, 0));

    @ParameterizedTest
    @CsvSource({
        // standard time, the Saturday and the Sunday on which clocks go forward
        "2026-03-07T11:59:59Z, 2026-03-06",
        "2026-03-07T12:00:00Z, 2026-03-07",
        "2026-03-08T10:59:59Z, 2026-03-07",
        "2026-03-08T11:00:00Z, 2026-03-08",
        // the Sunday on which clocks go back
        "2026-11-01T11:59:59Z, 2026-10-31",
        "2026-11-01T12:00:00Z, 2026-11-01",
        // Thanksgiving: also on days without trading
        "2026-11-26T12:00:00Z, 2026-11-26"
    })
    void isDueEachDayAtSevenInNewYork(Instant now, LocalDate due) {
        assertThat(times.dueDay(now)).isEqualTo(due);
    }

    @Test
    void movesATimeThatTheClocksSkip() {
        RefreshTimes skipped = new RefreshTimes(LocalTime.of(2, 30));
        LocalDate spring = LocalDate.of(2026, 3, 8);

        assertThat(skipped.of(spring)).isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
        assertThat(skipped.dueDay(Instant.parse("2026-03-08T07:29:59Z"))).isEqualTo(spring.minusDays(1));
    }
}
