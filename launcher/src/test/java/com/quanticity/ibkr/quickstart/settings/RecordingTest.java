package com.quanticity.ibkr.quickstart.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    @TempDir
    Path folder;

    @BeforeEach
    void record() throws IOException {
        Path quotes = Files.createDirectory(folder.resolve("quotes"));
        for (String name : new String[] {
            "IBM-20131008.csv.gz", "SPY-20131008-1s.csv.gz", "BAC-20131007.csv", "BAC-20131007-1s.csv.gz", "notes.txt"
        }) {
            Files.createFile(quotes.resolve(name));
        }
    }

    @Test
    void takesTheEarliestDayAndPrefersTicks() throws CannotStartException {
        Recording recording = Recording.find(folder, null);

        assertThat(recording.date()).isEqualTo("2013-10-07");
        assertThat(recording.quoteFiles()).containsOnlyKeys("BAC");
        assertThat(recording.quoteFiles().get("BAC")).hasFileName("BAC-20131007.csv");
    }

    @Test
    void givesTheWatchListOfTheDay() throws CannotStartException {
        Recording recording = Recording.find(folder, LocalDate.of(2013, 10, 8));

        assertThat(new Market.Recorded(recording, null, BigDecimal.ONE).watchList())
                .containsExactly("IBM", "SPY");
    }

    @Test
    void listsTheDaysWhenTheWantedOneIsMissing() {
        assertThatThrownBy(() -> Recording.find(folder, LocalDate.of(2020, 1, 2)))
                .hasMessageContaining("nothing recorded on 2020-01-02")
                .hasMessageContaining("choose --date from [2013-10-07, 2013-10-08]");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> Recording.find(folder.resolve("gone"), null))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("recordings folder " + folder.resolve("gone")
                        + " does not exist: give an existing one with --recordings DIR");
    }

    @Test
    void refusesAFolderWithoutQuotes() {
        assertThatThrownBy(() -> Recording.find(folder.resolve("quotes"), null))
                .hasMessageContaining("no recorded quotes in " + folder.resolve("quotes"));
    }
}
