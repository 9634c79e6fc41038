package com.quanticity.ibkr.adapter.contract.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.contract.match.ContractChoice.Chosen;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.ContractSpec;
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

    @Test
    void takesTheOldNameOfNasdaqForTheSame() {
        assertThat(choose("X@ISLAND", NYSE, NASDAQ)).isEqualTo(new Chosen.One(NASDAQ, 0));
    }

    @Test
    void guessesNoTradingClass() {
        ContractReference morning = TestContracts.option(7, "SPX", "SPX   261218C06650000", "SPX");
        ContractReference evening = TestContracts.option(8, "SPX", "SPXW  261218C06650000", "SPXW");

        assertThat(choose("OPT:SPX 20261218 C 6650", evening, morning))
                .isInstanceOfSatisfying(Chosen.Several.class, several -> {
                    assertThat(several.candidates()).containsExactly(morning, evening);
                    assertThat(several.why()).contains("conid:7", "class SPXW", "name the class");
                });
        assertThat(choose("OPT:SPX 20261218 C 6650 SPXW", evening, morning)).isEqualTo(new Chosen.One(evening, 0));
        assertThat(choose("OPT:SPX 20261218 P 6650 SPXW", evening, morning)).isInstanceOf(Chosen.None.class);
        assertThat(choose("conid:7", evening, morning)).isEqualTo(new Chosen.One(morning, 0));
    }

    private static Chosen choose(String entry, ContractReference... matches) {
        return ContractChoice.choose(ContractSpec.parse(entry), List.of(matches));
    }

    private static ContractReference match(int id, String listing, String currency) {
        return TestContracts.reference(TestContracts.stock(id, "X", listing, currency));
    }
}
