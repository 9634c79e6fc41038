package com.quanticity.ibkr.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractChoice.Chosen;
import com.quanticity.ibkr.model.contract.ContractReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractChoiceTest {

    private static final ContractReference MEXICO = match(1, "MEXI", "USD");
    private static final ContractReference NYSE = match(30, "NYSE", "USD");
    private static final ContractReference NASDAQ = match(20, "NASDAQ", "USD");
    private static final ContractReference LONDON = match(10, "LSE", "GBP");

    @Test
    void takesTheListingThatIsConfigured() {
        assertThat(choose("X@NYSE", NASDAQ, NYSE)).isEqualTo(new Chosen.One(NYSE, 0));
    }

    @Test
    void takesTheLowestIdOfTheUsListingsOtherwise() {
        assertThat(choose("X", NYSE, MEXICO, NASDAQ, LONDON)).isEqualTo(new Chosen.One(NASDAQ, 1));
    }

    @Test
    void takesNoneRatherThanAnother() {
        assertThat(choose("X@ARCA", NASDAQ, NYSE))
                .isInstanceOfSatisfying(
                        Chosen.None.class,
                        none -> assertThat(none.why()).contains("X@ARCA", "NASDAQ/USD", "NYSE/USD", "SYM@PRIMARY"));
        assertThat(choose("X", LONDON)).isInstanceOf(Chosen.None.class);
    }

    private static Chosen choose(String entry, ContractReference... matches) {
        return ContractChoice.choose(WatchListEntry.of(entry), List.of(matches));
    }

    private static ContractReference match(int id, String listing, String currency) {
        return TestContracts.reference(TestContracts.stock(id, "X", listing, currency));
    }
}
