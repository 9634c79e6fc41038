package com.quanticity.ibkr.quickstart.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void areMadeOnceAndReadableForTheOwnerAlone() throws CannotStartException, IOException {
        Secrets first = load();
        Secrets second = load();

        assertThat(second.serviceToken()).isEqualTo(first.serviceToken()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(second.database("adapter")).isEqualTo(first.database("adapter"));
        assertThat(second.console("trader")).isEqualTo(first.console("trader"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void keepWhatIsThereWhenAnotherIsAdded() throws CannotStartException, IOException {
        Files.writeString(file(), "service.token=written-by-hand-1234\n");

        Secrets secrets = load();

        assertThat(secrets.serviceToken()).isEqualTo("written-by-hand-1234");
        assertThat(secrets.database("risk")).isNotEqualTo(secrets.database("adapter"));
    }

    @Test
    void refuseWhatWouldNeedQuoting() throws IOException {
        Files.writeString(file(), "database.adapter=it's\n");

        assertThatThrownBy(this::load)
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("'database.adapter' in " + file())
                .hasMessageContaining("mend it, or remove the line");
    }

    private Secrets load() throws CannotStartException {
        return Secrets.load(file(), List.of("adapter", "risk"), List.of("trader"));
    }

    private Path file() {
        return folder.resolve("secrets.properties");
    }
}
