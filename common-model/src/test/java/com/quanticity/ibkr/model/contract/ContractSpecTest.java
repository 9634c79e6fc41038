package com.quanticity.ibkr.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.quanticity.ibkr.model.contract.ContractSpec.Bond;
import com.quanticity.ibkr.model.contract.ContractSpec.ById;
import com.quanticity.ibkr.model.contract.ContractSpec.Combination;
import com.quanticity.ibkr.model.contract.ContractSpec.CurrencyPair;
import com.quanticity.ibkr.model.contract.ContractSpec.Future;
import com.quanticity.ibkr.model.contract.ContractSpec.FutureOption;
import com.quanticity.ibkr.model.contract.ContractSpec.Index;
import com.quanticity.ibkr.model.contract.ContractSpec.Leg;
import com.quanticity.ibkr.model.contract.ContractSpec.Occ;
import com.quanticity.ibkr.model.contract.ContractSpec.Option;
import com.quanticity.ibkr.model.contract.ContractSpec.Stock;
import java.math.BigDecimal;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractSpecTest {

    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 18);

    @Test
    void readsEveryForm() {
        assertThat(ContractSpec.parse("SPY")).isEqualTo(Stock.of("SPY"));
        assertThat(ContractSpec.parse("BRK B@NYSE")).isEqualTo(new Stock("BRK B", "NYSE", "USD"));
        assertThat(ContractSpec.parse("STK:SAP@IBIS/EUR")).isEqualTo(new Stock("SAP", "IBIS", "EUR"));
        assertThat(ContractSpec.parse("OPT:SPY 20261218 C 500")).isEqualTo(call("SPY", "500"));
        assertThat(ContractSpec.parse("OPT:SPX@CBOE 20261218 PUT 6650.50 SPXW"))
                .isEqualTo(
                        new Option("SPX", DECEMBER, OptionRight.PUT, new BigDecimal("6650.5"), "SPXW", "CBOE", "USD"));
        assertThat(ContractSpec.parse("FUT:ES@CME 202612")).isEqualTo(new Future("ES", "CME", "202612", "USD"));
        assertThat(ContractSpec.parse("FOP:ES@CME 20261218 C 6500 EW3"))
                .isEqualTo(new FutureOption(
                        "ES", "CME", DECEMBER, OptionRight.CALL, new BigDecimal("6500"), "EW3", "USD"));
        assertThat(ContractSpec.parse("BOND:037833AK6")).isEqualTo(new Bond("037833AK6", "SMART", "USD"));
        assertThat(ContractSpec.parse("BOND:US037833AK68@NYSE/USD"))
                .isEqualTo(new Bond("US037833AK68", "NYSE", "USD"))
                .extracting(bond -> ((Bond) bond).identifierType())
                .isEqualTo("ISIN");
        assertThat(ContractSpec.parse("CASH:EUR/USD")).isEqualTo(new CurrencyPair("EUR", "USD"));
        assertThat(ContractSpec.parse("ind:SPX@CBOE")).isEqualTo(new Index("SPX", "CBOE", "USD"));
        assertThat(ContractSpec.parse("conid:756733@ARCA")).isEqualTo(new ById(ContractId.of(756733), "ARCA"));
        assertThat(ContractSpec.parse("BAG:+1 OPT:SPY 20261218 C 500 | -1 OPT:SPY 20261218 C 510"))
                .isEqualTo(new Combination(List.of(new Leg(1, call("SPY", "500")), new Leg(-1, call("SPY", "510")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPY   261218C00500000", "SPY261218C00500000", "OCC:SPY261218C00500000"})
    void readsAnOptionSymbolInEachSpelling(String text) {
        assertThat(ContractSpec.parse(text)).isEqualTo(new Occ(OccSymbol.parse("SPY   261218C00500000")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            spy                              > write SYM
            OPT:SPY 20261318 C 500           > write YYYYMMDD
            OPT:SPY 20261218 X 500           > OPT:SYM YYYYMMDD
            OPT:SPY 20261218 C 0             > strike
            FUT:ES@CME 202613                > YYYYMM
            FOP:ES@CME 202612 C 6500         > FOP:SYM@EXCHANGE
            BOND:037833AK7                   > its last digit would be 6
            BOND:0378332AK68                 > neither a CUSIP
            CASH:EURUSD                      > CASH:EUR.USD
            BAG:+1 SPY                       > two to eight legs
            BAG:+0 SPY | -1 QQQ              > must not be 0
            BAG:1 SPY | -1 QQQ               > +1 CONTRACT
            conid:9999999999                 > too large
            conid:0                          > positive
            WAR:XYZ                          > no known type
            SPY   261218C0050000             > write""")
    void saysHowToWriteIt(String text, String hint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractSpec.parse(text))
                .withMessageContaining(hint);
    }

    @Test
    void refusesACombinationInACombination() {
        Combination inner = new Combination(List.of(new Leg(1, Stock.of("A")), new Leg(-1, Stock.of("B"))));

        assertThatIllegalArgumentException().isThrownBy(() -> new Leg(1, inner));
    }

    @Property(tries = 400)
    void readsWhatItWrites(@ForAll("specs") ContractSpec spec) {
        assertThat(ContractSpec.parse(spec.text())).isEqualTo(spec);
    }

    @Property(tries = 300)
    void readsOrRefusesGarbage(@ForAll @StringLength(max = 40) String garbage) {
        Throwable thrown = catchThrowable(() -> ContractSpec.parse(garbage));

        assertThat(thrown == null || thrown instanceof IllegalArgumentException).isTrue();
    }

    @Provide
    Arbitrary<ContractSpec> specs() {
        return Arbitraries.oneOf(List.of(
                single(),
                Combinators.combine(Arbitraries.integers().between(-99, 99).filter(ratio -> ratio != 0), single())
                        .as(Leg::new)
                        .list()
                        .ofMinSize(2)
                        .ofMaxSize(4)
                        .map(Combination::new)));
    }

    private static Arbitrary<ContractSpec> single() {
        Arbitrary<String> symbols = Arbitraries.of("SPY", "BRK B", "A", "BF.B", "BAC PRK", "1COV", "X7", "C", "CALL");
        Arbitrary<String> places = Arbitraries.of("ARCA", "CME", "IDEALPRO", "NASDAQ.NMS");
        Arbitrary<String> maybe = Arbitraries.oneOf(places, Arbitraries.just(""));
        Arbitrary<String> money = Arbitraries.of("USD", "EUR", "JPY");
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 30_000).map(LocalDate.of(2001, 1, 1)::plusDays);
        Arbitrary<BigDecimal> strikes =
                Arbitraries.integers().between(1, 99_999_999).map(units -> BigDecimal.valueOf(units, 3));
        Arbitrary<OptionRight> rights = Arbitraries.of(OptionRight.class);
        return Arbitraries.oneOf(List.of(
                Combinators.combine(symbols, maybe, money).as(Stock::new),
                Combinators.combine(symbols, days, rights, strikes, Arbitraries.of("", "SPXW", "2X"), places, money)
                        .as(Option::new),
                Combinators.combine(Arbitraries.of("SPY", "A1"), days, rights, strikes)
                        .as((root, day, right, strike) -> new Occ(new OccSymbol(root, day, right, strike))),
                Combinators.combine(symbols, maybe, Arbitraries.of("202612", "20261218"), money)
                        .as(Future::new),
                Combinators.combine(symbols, maybe, days, rights, strikes, Arbitraries.of("", "EW3"), money)
                        .as(FutureOption::new),
                Combinators.combine(Arbitraries.of("037833AK6", "US037833AK68"), places, money)
                        .as(Bond::new),
                Combinators.combine(money, money).as(CurrencyPair::new),
                Combinators.combine(symbols, maybe, money).as(Index::new),
                Combinators.combine(Arbitraries.integers().greaterOrEqual(1).map(ContractId::of), places)
                        .as(ById::new)));
    }

    private static Option call(String symbol, String strike) {
        return Option.of(symbol, DECEMBER, OptionRight.CALL, new BigDecimal(strike));
    }
}
