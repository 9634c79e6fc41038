package com.quanticity.ibkr.quickstart.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path home;

    @Test
    void dataBelongsToItsOwnerAlone() throws CannotStartException, IOException {
        Folders folders = folders("data");

        try (DataLock _ = DataLock.take(folders)) {
            folders.prepare();

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folders.data())))
                    .isEqualTo("rwx------");
            assertThat(folders.logs()).isDirectory();
        }
    }

    @Test
    void freshDeletesDataButNotTheCacheNorOtherData() throws CannotStartException, IOException {
        Folders folders = folders(".quickstart");
        try (DataLock _ = DataLock.take(folders)) {
            folders.prepare();
            Files.createFile(folders.secrets());
            DataLock.take(folders(".quickstart/gateway")).close();

            folders.deleteData();

            assertThat(folders.secrets()).doesNotExist();
            assertThat(folders.applications()).isDirectory();
            assertThat(folders.lock()).exists();
            assertThat(folders(".quickstart/gateway").lock()).exists();
        }
    }

    @Test
    void tellsItsOwnDataFromOtherThings() throws CannotStartException, IOException {
        Path foreign = Files.createDirectory(home.resolve("holiday-pictures"));
        assertThat(folders("holiday-pictures").isOurs()).isTrue();

        Files.createFile(foreign.resolve("beach.jpg"));

        assertThat(folders("holiday-pictures").isOurs()).isFalse();
        assertThat(folders("new").isOurs()).isTrue();
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Files.createFile(home.resolve("data"));

        assertThatThrownBy(() -> DataLock.take(folders("data")))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("cannot write in " + home.resolve("data"))
                .hasMessageContaining("--data DIR");
    }

    @Test
    void oneRunAtATimeOnADataFolder() throws CannotStartException, IOException {
        Folders folders = folders("data");

        try (DataLock _ = DataLock.take(folders)) {
            assertThatThrownBy(() -> DataLock.take(folders))
                    .hasMessageContaining(
                            "another quickstart (pid " + ProcessHandle.current().pid() + ") uses " + folders.data())
                    .hasMessageContaining("--data DIR --free-ports");
        }

        DataLock.take(folders).close();
    }

    private Folders folders(String data) {
        return Folders.of(home, home.resolve(data));
    }
}
