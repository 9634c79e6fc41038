package com.quanticity.ibkr.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceDataTest {

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));

    private final GatewaySimulator simulator =
            GatewaySimulator.start(SimulatorConfig.defaults().withTime(time));
    private final TestClient client = TestClient.start(simulator, 1);

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    private void askForContract(TestClient asking, int conId, String symbol, String secType, String exchange) {
        asking.send(9, 8, 5, conId, symbol, secType, "", "", "", "", exchange, "", "", "", "", 0, "", "", "");
    }

    private List<List<String>> contracts(String symbol, String secType, String expiry, String strike, String right) {
        client.send(9, 8, 5, 0, symbol, secType, expiry, strike, right, "", "", "", "", "", "", 0, "", "", "");
        return client.until(message -> List.of("52", "4").contains(message.getFirst()));
    }

    @Test
    void describesAStock() {
        List<String> apple = contracts("AAPL", "STK", "", "", "").getFirst();

        assertThat(apple)
                .startsWith("10", "5", "AAPL", "STK", "", "", "0", "", "SMART", "USD", "AAPL", "NMS", "NMS", "265598");
        assertThat(apple)
                .contains("APPLE INC", "US/Eastern", "ISIN", "US0378331005", "COMMON")
                .anyMatch(field -> field.startsWith("20260302:0400-20260302:2000;"))
                .anyMatch(field -> field.startsWith("20260302:0930-20260302:1600;"))
                .anyMatch(field -> field.startsWith("26,26,26"));
    }

    @Test
    void describesAnOption() {
        List<List<String>> answer = contracts("SPY", "OPT", "20260618", "665", "C");

        assertThat(answer).hasSize(2);
        assertThat(answer.getFirst())
                .contains("SPY   260618C00665000", "100", "756733", "202606")
                .anyMatch(field -> field.startsWith("20260618 16:00:00"));
    }

    @Test
    void listsAChainWhenTheTermsAreOpen() {
        assertThat(contracts("AAPL", "OPT", "202606", "", "P")).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({
        "ES, FUT, 202606, ESM6",
        "EUR, CASH, '', EUR.USD",
        "SPX, IND, '', SPX",
        "BTC, CRYPTO, '', BTC.USD",
        "SPY, BAG, '', COMB"
    })
    void describesEveryKind(String symbol, String secType, String expiry, String name) {
        assertThat(contracts(symbol, secType, expiry, "", "").getFirst()).contains(symbol, secType, name);
    }

    @Test
    void describesBondsInTheirOwnEvent() {
        assertThat(contracts("IBM", "BOND", "", "", "").getFirst())
                .startsWith("18", "5", "IBM", "BOND", "990000AA9", "4.25");
    }

    @ParameterizedTest
    @CsvSource({"178, false, false", "179, true, false", "186, true, true"})
    void describesAFundAsFarAsTheVersionGoes(int version, boolean hasFund, boolean hasReasons) {
        try (TestClient older = TestClient.start(simulator, 9, version)) {
            askForContract(older, 0, "SIMFX", "FUND", "");

            List<String> fund = older.untilId(52).getFirst();
            assertThat(fund.contains("Simulated Funds")).isEqualTo(hasFund);
            assertThat(fund.contains("PERMISSION")).isEqualTo(hasReasons);
        }
    }

    @Test
    void namesEveryListingOfAnAmbiguousSymbol() {
        assertThat(contracts("SAP", "STK", "", "", ""))
                .extracting(List::getFirst)
                .containsExactly("10", "10", "52");
    }

    @Test
    void findsByIdAndIsin() {
        askForContract(client, 756733, "", "", "");
        assertThat(client.untilId(52).getFirst()).contains("SPY");

        client.send(9, 8, 6, 0, "", "STK", "", "", "", "", "", "", "", "", "", 0, "ISIN", "US0378331005", "");
        assertThat(client.untilId(52).getFirst()).contains("AAPL");
    }

    @ParameterizedTest
    @CsvSource({"ZZZZNONE, STK, 200", "AAPL, XXX, 321", "AAPL, '', 321", "'', STK, 321"})
    void saysWhyThereIsNoContract(String symbol, String secType, String code) {
        assertThat(contracts(symbol, secType, "", "", ""))
                .hasSize(1)
                .first()
                .satisfies(error -> assertThat(error).startsWith("4", "5", code));
    }

    @Test
    void refusesAnExchangeWhereItDoesNotTrade() {
        askForContract(client, 265598, "", "", "IDEALPRO");

        assertThat(client.next()).startsWith("4", "5", "200");
    }

    @Test
    void findsSymbolsOnceASecond() {
        client.send(81, 5, "AA");
        client.send(81, 6, "apple");

        assertThat(client.next())
                .startsWith("79", "5", "1", "265598", "AAPL", "STK", "NASDAQ", "USD", "1", "OPT", "APPLE INC");
        assertThat(client.drain()).isEmpty();
        time.advance(Duration.ofSeconds(1));
        assertThat(client.next()).startsWith("79", "6", "1", "265598");
    }

    @Test
    void tellsOptionParametersForEachExchange() {
        client.send(78, 5, "AAPL", "", "STK", 265598);

        List<List<String>> answer = client.untilId(76);
        assertThat(answer)
                .hasSize(20)
                .first()
                .satisfies(smart -> assertThat(smart)
                        .startsWith("75", "5", "SMART", "265598", "AAPL", "100")
                        .contains("20260320", "270", "272.5"));
    }

    @Test
    void refusesOptionParametersOfAnUnknownUnderlying() {
        client.send(78, 5, "AAPL", "", "STK", 1);

        assertThat(client.next()).startsWith("4", "5", "321");
    }

    @Test
    void tellsMarketRules() {
        client.send(91, 26);
        assertThat(client.next()).containsExactly("93", "26", "2", "0", "0.0001", "1", "0.01");

        client.send(91, 77777);
        assertThat(client.next()).startsWith("4", "-1", "322");
    }

    @Test
    void tellsSmartComponentsOfKeysThatCameWithMarketData() {
        client.send(83, 5, "a60001");
        assertThat(client.next()).startsWith("4", "5", "321");

        client.send(1, 11, 6, 265598, "", "", "", "", "", "", "SMART", "", "", "", "", 0, "", 0, 0, "");
        String key = client.untilId(81).getLast().get(3);
        client.drain();
        client.send(83, 7, key);
        assertThat(client.untilId(82).getLast()).startsWith("82", "7", "16", "0", "AMEX", "A");
    }

    @Test
    void tellsExchangesWithDepth() {
        client.send(82);

        assertThat(client.next()).startsWith("80", "12", "ARCA", "STK", "ARCA", "Deep2", "4");
    }

    private List<List<String>> fundamentals(int conId, String report) {
        client.send(52, 2, 5, conId, "", "STK", "SMART", "", "USD", "", report, "");
        return client.drain();
    }

    @ParameterizedTest
    @CsvSource({
        "ReportSnapshot, CompanyName",
        "ReportsFinSummary, EarningsPerShare",
        "ReportRatios, PriceEarnings",
        "ReportsFinStatements, NetIncome",
        "RESC, TargetPrice",
        "CalendarReport, EarningsDate"
    })
    void tellsTheSameReportEachTime(String report, String content) {
        List<String> told = fundamentals(265598, report).getFirst();

        assertThat(told).startsWith("51", "1", "5");
        assertThat(told.get(3)).startsWith("<?xml").contains("type=\"" + report + "\"", "<" + content + ">");
        assertThat(fundamentals(265598, report)).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource({"756733, ReportSnapshot, 430", "265598, Rumours, 321", "1, ReportSnapshot, 200"})
    void refusesReportsThatDoNotExist(int conId, String report, String code) {
        assertThat(fundamentals(conId, report))
                .singleElement()
                .satisfies(error -> assertThat(error).startsWith("4", "5", code));
    }

    @Test
    void takesTheCancelOfAReportInSilence() {
        client.send(53, 1, 5);

        assertThat(client.drain()).isEmpty();
    }
}
