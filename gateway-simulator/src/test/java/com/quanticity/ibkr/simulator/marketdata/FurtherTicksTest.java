package com.quanticity.ibkr.simulator.marketdata;

import static com.quanticity.ibkr.simulator.peer.MarketRequests.stream;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.market.Entitlements.Rule;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.scenario.ScenarioReader;
import com.quanticity.ibkr.simulator.state.SimulatorState.SymbolState;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** News, index premiums, combinations, regulatory snapshots, and the past of what has expired. */
class FurtherTicksTest {

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));
    private GatewaySimulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator = GatewaySimulator.start(SimulatorConfig.defaults().withTime(time));
        client = TestClient.start(simulator, 1);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private SymbolState market(String symbol) {
        return simulator.state().market().symbols().stream()
                .filter(state -> state.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> of(List<List<String>> frames, String message) {
        return frames.stream().filter(frame -> frame.getFirst().equals(message)).toList();
    }

    private static List<String> codes(List<List<String>> frames) {
        return of(frames, "4").stream()
                .map(frame -> frame.get(1) + ":" + frame.get(2))
                .toList();
    }

    private static BigDecimal difference(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return requireNonNull(one).subtract(requireNonNull(other));
    }

    private void combination(int id, int bought, int sold) {
        client.send(
                1, 11, id, 0, "SPY", "BAG", "", "0.0", "", "", "SMART", "", "USD", "", "", 2, bought, 1, "BUY", "SMART",
                sold, 1, "SELL", "SMART", 0, "", 0, 0, "");
    }

    @Test
    void tellsHeadlinesOfTheProvidersAskedFor() {
        client.send(stream(1, "SPY", "mdoff,292:BRFG+DJNL"));
        client.send(stream(2, "SPY", "292:NOBODY"));
        List<List<String>> first = client.drain();
        time.advance(Duration.ofMinutes(65));
        List<List<String>> later = client.drain();

        assertThat(codes(first)).containsExactly("2:10276");
        assertThat(of(first, "84")).isNotEmpty().allSatisfy(news -> {
            assertThat(news.get(1)).isEqualTo("1");
            assertThat(news.get(3)).isIn("BRFG", "DJNL");
            assertThat(news.get(5)).startsWith("SPY: ");
        });
        assertThat(of(later, "84"))
                .isNotEmpty()
                .allSatisfy(news -> assertThat(Long.parseLong(news.get(2)))
                        .isGreaterThan(Instant.parse("2026-03-02T14:59:00Z").toEpochMilli()));
    }

    @Test
    void tellsHowFarTheFutureIsAheadOfItsIndex() {
        client.send(1, 11, 1, 0, "SPX", "IND", "", "0.0", "", "", "CBOE", "", "USD", "", "", 0, "162", 0, 0, "");

        List<List<String>> premiums = of(client.drain(), "45").stream()
                .filter(frame -> frame.get(3).equals("31"))
                .toList();

        assertThat(premiums)
                .hasSize(1)
                .allSatisfy(frame ->
                        assertThat(new BigDecimal(frame.get(4))).isBetween(BigDecimal.ONE, new BigDecimal(40)));
    }

    @Test
    void quotesACombinationByItsLegs() {
        SymbolState spy = market("SPY");
        SymbolState qqq = market("QQQ");
        combination(1, spy.conId(), qqq.conId());
        combination(2, spy.conId(), 1);
        List<List<String>> frames = client.drain();
        time.advance(Duration.ofSeconds(20));
        List<List<String>> moved = client.drain();

        assertThat(codes(frames)).containsExactly("2:313");
        assertThat(of(frames, "1"))
                .anySatisfy(bid -> {
                    assertThat(bid.get(3)).isEqualTo("1");
                    assertThat(new BigDecimal(bid.get(4))).isEqualByComparingTo(difference(spy.bid(), qqq.ask()));
                })
                .anySatisfy(ask -> {
                    assertThat(ask.get(3)).isEqualTo("2");
                    assertThat(new BigDecimal(ask.get(4))).isEqualByComparingTo(difference(spy.ask(), qqq.bid()));
                });
        assertThat(of(moved, "1")).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {176, 200})
    void tellsWhatAFutureWouldCostWhenTheControlSaysSo(int version) {
        try (TestClient other = TestClient.start(simulator, 2, version)) {
            other.send(stream(7, "SPY", ""));
            other.send(stream(8, "QQQ", ""));
            other.drain();
            SymbolState spy = market("SPY");
            simulator.scenarios().play(ScenarioReader.read("efp", """
                    steps:
                      - {at: 0s, efp: {symbol: SPY, basis-points: 450, hold-days: 36, dividends: 1.5}}
                    """));
            List<List<String>> told = of(other.drain(), "47");

            assertThat(told)
                    .extracting(frame -> frame.get(3))
                    .contains("38", "39", "40")
                    .isSorted();
            assertThat(told)
                    .allSatisfy(frame -> assertThat(frame)
                            .hasSize(11)
                            .startsWith("47", "1", "7")
                            .containsSequence("450", "4.50%")
                            .containsSequence("36", "20260407"));
            assertThat(new BigDecimal(told.getFirst().get(6)))
                    .isEqualByComparingTo(requireNonNull(spy.bid())
                            .multiply(new BigDecimal("1.0045"))
                            .subtract(new BigDecimal("1.5"))
                            .setScale(4, RoundingMode.HALF_EVEN));
        }
    }

    @Test
    void sellsARegulatorySnapshotToWhomeverHasNoSubscription() {
        simulator.faults().data().entitle(Rule.parse("*=nothing"), false);
        client.send(1, 11, 1, 0, "SPY", "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 1, 1, "");
        client.send(1, 11, 2, 0, "SPX", "IND", "", "0.0", "", "", "CBOE", "", "USD", "", "", 0, "", 1, 1, "");

        List<List<String>> frames = client.drain();

        assertThat(codes(frames)).containsExactly("2:321");
        assertThat(of(frames, "57")).containsExactly(List.of("57", "1", "1"));
        assertThat(simulator.state().gateways().getFirst().data().regulatorySnapshots())
                .isOne();
    }

    @Test
    void wantsIncludeExpiredForThePastOfAnExpiredContract() {
        client.send(87, 1, 0, "ES", "FUT", "202512", "0.0", "", "", "CME", "", "USD", "", "", 0, 1, "TRADES", 1);
        client.send(87, 2, 0, "ES", "FUT", "209912", "0.0", "", "", "CME", "", "USD", "", "", 0, 1, "TRADES", 1);

        assertThat(codes(client.drain())).containsExactly("1:166", "2:200");
    }
}
