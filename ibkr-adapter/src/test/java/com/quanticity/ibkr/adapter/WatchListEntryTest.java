package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchListEntryTest {

    @Test
    void readsASymbolAlone() {
        assertThat(WatchListEntry.of(" SPY ")).isEqualTo(new WatchListEntry("SPY", ""));
    }

    @Test
    void readsASymbolWithItsListing() {
        assertThat(WatchListEntry.of("BRK B@NYSE")).isEqualTo(new WatchListEntry("BRK B", "NYSE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "spy", "SPY@", "@NYSE", "SPY@NYSE@ARCA", "SPY;QQQ"})
    void refusesEverythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchListEntry.of(text))
                .withMessageContaining("write SYM or SYM@PRIMARY");
    }
}
