package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.quanticity.ibkr.model.contract.ContractSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchListEntryTest {

    @Test
    void readsASymbolAlone() {
        assertThat(WatchListEntry.of(" SPY ")).isEqualTo(new WatchListEntry("SPY", ContractSpec.Stock.of("SPY")));
    }

    @Test
    void readsASymbolWithItsListing() {
        assertThat(WatchListEntry.of("BRK B@NYSE"))
                .isEqualTo(new WatchListEntry("BRK B", new ContractSpec.Stock("BRK B", "NYSE", "USD")));
    }

    @Test
    void namesEveryOtherContractByItsText() {
        assertThat(WatchListEntry.of("FUT:ES@CME 202612").symbol()).isEqualTo("FUT:ES@CME 202612");
        assertThat(WatchListEntry.of("conid:756733").toString()).isEqualTo("conid:756733");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchListEntry.of("BAG:+1 SPY | -1 QQQ"))
                .withMessageContaining("each leg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "spy", "SPY@", "@NYSE", "SPY@NYSE@ARCA", "SPY;QQQ"})
    void refusesEverythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchListEntry.of(text))
                .withMessageContaining("write SYM or SYM@PRIMARY");
    }
}
