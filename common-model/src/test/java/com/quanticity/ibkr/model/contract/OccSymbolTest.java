package com.quanticity.ibkr.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccSymbolTest {

    @Test
    void readsRootExpiryRightAndStrike() {
        assertThat(OccSymbol.parse("SPXW  261218P06650500"))
                .isEqualTo(
                        new OccSymbol("SPXW", LocalDate.of(2026, 12, 18), OptionRight.PUT, new BigDecimal("6650.5")));
    }

    @Property(tries = 200)
    void readsWhatItWrites(@ForAll("symbols") OccSymbol symbol) {
        assertThat(symbol.toString()).hasSize(21);
        assertThat(OccSymbol.parse(symbol.toString())).isEqualTo(symbol);
        assertThat(OccSymbol.parseCompact(symbol.compact())).isEqualTo(symbol);
        assertThat(OccSymbol.hasForm(symbol.compact())).isTrue();
    }

    @Property(tries = 300)
    void readsOrRefusesWithOneLine(@ForAll @StringLength(max = 24) String garbage) {
        Throwable thrown = catchThrowable(() -> OccSymbol.parse(garbage));

        if (thrown == null) {
            assertThat(OccSymbol.parse(garbage)).hasToString(garbage);
        } else {
            assertThat(thrown).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("option symbol");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPY 261218C00500000",
                "SPY   261318C00500000",
                "SPY   260230C00500000",
                "SPY   261218X00500000",
                "SPY   261218C0050000A",
                "spy   261218C00500000",
                "   SPY261218C00500000",
                "S PY  261218C00500000",
                "SPY   261218C00000000",
                "SPY\t\t\t261218C00500000",
                ""
            })
    void refusesWhatIsOutOfPlace(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OccSymbol.parse(text));
    }

    @Test
    void refusesAStrikeThatItCouldNotWrite() {
        LocalDate day = LocalDate.of(2026, 12, 18);
        for (String strike : List.of("0", "-1", "100000", "1.0001")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new OccSymbol("SPY", day, OptionRight.CALL, new BigDecimal(strike)))
                    .withMessageContaining("strike");
        }
    }

    @Test
    void writesTheSymbolsOfTheBrokersSampleAsTheyAre() throws IOException {
        Path file = sample("contracts-derivatives.csv");
        List<String> symbols = Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .filter(symbol -> !symbol.isEmpty())
                .toList();

        assertThat(symbols)
                .isNotEmpty()
                .allSatisfy(symbol -> assertThat(OccSymbol.parse(symbol)).hasToString(symbol));
    }

    @Provide
    Arbitrary<OccSymbol> symbols() {
        return Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('A', 'Z')
                                .withCharRange('0', '9')
                                .ofMinLength(1)
                                .ofMaxLength(6),
                        Arbitraries.integers().between(0, 36_524).map(LocalDate.of(2000, 1, 1)::plusDays),
                        Arbitraries.of(OptionRight.class),
                        Arbitraries.integers()
                                .between(1, 99_999_999)
                                .map(thousandths -> BigDecimal.valueOf(thousandths, 3)))
                .as(OccSymbol::new);
    }

    private static Path sample(String name) {
        Path file = Path.of("..", "..", "shared", "market-data", name);
        assumeTrue(Files.exists(file), "no shared samples beside the project");
        return file;
    }
}
