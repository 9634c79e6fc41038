package com.quanticity.ibkr.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void keepsFiveEarlierRuns() throws IOException {
        Path log = folder.resolve("part.log");
        for (int run = 1; run <= 8; run++) {
            LogFile.rotate(log);
            Files.writeString(log, "run " + run);
        }

        assertThat(LogFile.lines(log)).containsExactly("run 8");
        assertThat(LogFile.lines(folder.resolve("part.log.1"))).containsExactly("run 7");
        assertThat(LogFile.lines(folder.resolve("part.log.5"))).containsExactly("run 3");
        assertThat(folder.resolve("part.log.6")).doesNotExist();
    }

    @Test
    void hasNoLinesWithoutAFile() throws IOException {
        assertThat(LogFile.lines(folder.resolve("none.log"))).isEmpty();
    }
}
