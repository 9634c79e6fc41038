package com.quanticity.ibkr.simulator.marketdata;

import static com.quanticity.ibkr.simulator.peer.MarketRequests.dataType;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.snapshot;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.market.MarketOptions.Conflation;
import com.quanticity.ibkr.simulator.market.MarketOptions.Hours;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.state.SimulatorState.SymbolState;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Level1Test {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));
    private @Nullable GatewaySimulator simulator;
    private @Nullable TestClient client;

    private TestClient start(MarketOptions options) {
        simulator = GatewaySimulator.start(
                SimulatorConfig.defaults().withMarketData(options).withTime(time));
        client = TestClient.start(simulator, 1);
        return client;
    }

    @AfterEach
    void stop() {
        if (client != null) {
            client.close();
        }
        if (simulator != null) {
            simulator.close();
        }
    }

    private static List<List<String>> ticks(List<List<String>> messages, String type) {
        return messages.stream()
                .filter(message -> Set.of("1", "2", "45", "46").contains(message.getFirst()))
                .filter(message -> message.get(3).equals(type))
                .toList();
    }

    private static List<String> heads(List<List<String>> messages) {
        return messages.stream()
                .filter(message -> Set.of("4", "58", "57").contains(message.getFirst()))
                .map(message ->
                        message.getFirst().equals("4") ? message.get(2) : message.getFirst() + ":" + message.getLast())
                .toList();
    }

    @Test
    void mergesWhatChangesWithinAQuarterOfASecond() {
        TestClient merged = start(MarketOptions.defaults());
        merged.send(stream(1, "SPY", ""));
        merged.drain();

        Set<Integer> lengths = new HashSet<>();
        for (int quarter = 0; quarter < 400; quarter++) {
            time.advance(Duration.ofMillis(250));
            lengths.add(ticks(merged.drain(), "1").size());
        }

        assertThat(lengths).contains(0, 1).allMatch(bids -> bids <= 2);
    }

    @Test
    void tellsEveryChangeWithoutConflation() {
        TestClient every = start(MarketOptions.defaults().withConflation(Conflation.OFF));
        every.send(stream(1, "SPY", ""));
        every.drain();

        time.advance(Duration.ofMinutes(2));

        List<List<String>> frames = every.drain();
        long trades = frames.stream()
                .filter(frame -> frame.getFirst().equals("2") && frame.get(3).equals("8"))
                .count();
        assertThat(trades).isEqualTo(spy().trades());
        assertThat(ticks(frames, "1").size() + ticks(frames, "0").size()).isLessThanOrEqualTo((int) spy().bidChanges());
    }

    private SymbolState spy() {
        return running().state().market().symbols().stream()
                .filter(symbol -> symbol.symbol().equals("SPY"))
                .findFirst()
                .orElseThrow();
    }

    private GatewaySimulator running() {
        return Objects.requireNonNull(simulator);
    }

    @Test
    void endsWithTheMarketsPresentPrices() {
        TestClient merged = start(MarketOptions.defaults());
        merged.send(stream(1, "SPY", ""));
        merged.drain();
        time.advance(Duration.ofMinutes(1));
        running().faults().silence("SPY");
        time.advance(SECOND);
        merged.drain();
        running().faults().endSilence("SPY");

        List<String> bid = ticks(merged.drain(), "1").getLast();

        assertThat(bid.get(4))
                .isEqualTo(
                        Objects.requireNonNull(spy().bid()).stripTrailingZeros().toPlainString());
    }

    @Test
    void servesGenericTicks() {
        TestClient generic = start(MarketOptions.defaults().withHardToBorrow(Set.of("GOOG")));
        generic.send(stream(1, "SPY", "100,165,221,233,236,258,293,456,595"));
        generic.send(stream(2, "GOOG", "236"));
        List<List<String>> frames = new ArrayList<>(generic.drain());
        time.advance(Duration.ofSeconds(5));
        frames.addAll(generic.drain());

        assertThat(ticks(frames, "37")).isNotEmpty();
        assertThat(ticks(frames, "48"))
                .isNotEmpty()
                .allMatch(frame -> frame.get(4).matches("[0-9.]+;[0-9]+;1772463\\d{6};\\d+;[0-9.]+;(true|false)"));
        assertThat(ticks(frames, "46"))
                .containsExactly(List.of("45", "6", "1", "46", "3"), List.of("45", "6", "2", "46", "1"));
        assertThat(ticks(frames, "89"))
                .containsExactly(List.of("2", "6", "1", "89", "5000000"), List.of("2", "6", "2", "89", "0"));
        assertThat(ticks(frames, "29")).hasSize(1);
        assertThat(ticks(frames, "20")).hasSize(1);
    }

    @Test
    void refusesGenericTicksNobodyKnows() {
        TestClient generic = start(MarketOptions.defaults());

        generic.send(stream(1, "SPY", "233,9999"));

        List<List<String>> answer = generic.drain();
        assertThat(heads(answer)).containsExactly("321");
        assertThat(answer.getFirst().get(3)).contains("Incorrect generic tick list of 233,9999", "233(RTVolume)");
    }

    @Test
    void leavesDefaultTicksOutWhenAskedTo() {
        TestClient generic = start(MarketOptions.defaults());

        generic.send(stream(1, "SPY", "mdoff,236"));

        assertThat(generic.drain()).extracting(List::getFirst).containsExactly("58", "81", "45", "2");
    }

    @Test
    void showsDelayedDataUnderItsOwnTicks() {
        TestClient delayed = start(MarketOptions.defaults().withEntitlements(Entitlements.onlyDelayed("SPY")));
        delayed.send(dataType(3));
        delayed.send(stream(1, "SPY", ""));
        List<List<String>> beginning = delayed.drain();
        time.advance(Duration.ofMinutes(14));
        List<List<String>> tooEarly = delayed.drain();
        time.advance(Duration.ofMinutes(2));
        List<List<String>> later = delayed.drain();

        assertThat(heads(beginning)).containsExactly("10167", "58:3");
        assertThat(ticks(beginning, "66")).hasSize(1);
        assertThat(ticks(beginning, "1")).isEmpty();
        assertThat(tooEarly).isEmpty();
        assertThat(ticks(later, "66")).isNotEmpty();
        assertThat(ticks(later, "88")).isNotEmpty();
    }

    @Test
    void refusesLiveDataThatIsNotSubscribed() {
        TestClient refused = start(MarketOptions.defaults()
                .withEntitlements(Entitlements.of(Set.of("SPY"), Set.of("QQQ"), Set.of("IWM"), Set.of("NASDAQ"))));
        refused.send(stream(1, "SPY", ""));
        refused.send(stream(2, "QQQ", ""));
        refused.send(stream(3, "IWM", ""));
        refused.send(dataType(3));
        refused.send(stream(4, "AAPL", ""));
        refused.send(snapshot(5, "SPY"));

        assertThat(heads(refused.drain()))
                .containsExactly("10168", "354", "10090", "58:1", "354", "10167", "58:3", "57:5");
    }

    @Test
    void showsFrozenDataWhileTheMarketRests() {
        time = SimulatorTime.stepped(Instant.parse("2026-03-02T08:30:00Z"));
        TestClient night = start(MarketOptions.defaults().withHours(Hours.REAL));
        night.send(stream(1, "SPY", ""));
        night.send(dataType(2));
        night.send(stream(2, "SPY", ""));
        List<List<String>> atNight = night.drain();
        time.advance(Duration.ofMinutes(31));
        List<List<String>> inTheMorning = night.drain();

        assertThat(heads(atNight)).containsExactly("58:1", "58:2");
        assertThat(ticks(atNight, "1")).extracting(frame -> frame.get(2)).containsExactly("2");
        assertThat(heads(inTheMorning)).containsExactly("58:1");
        assertThat(ticks(inTheMorning, "1")).extracting(frame -> frame.get(2)).contains("1", "2");
        assertThat(ticks(inTheMorning, "1").getFirst().getLast()).isEqualTo("5");
    }

    @Test
    void waitsElevenSecondsForASnapshotThatMissesAQuote() {
        time = SimulatorTime.stepped(Instant.parse("2026-03-01T08:30:00Z"));
        TestClient sunday = start(MarketOptions.defaults().withHours(Hours.REAL));
        sunday.send(snapshot(1, "SPY"));
        List<List<String>> atOnce = sunday.drain();
        time.advance(Duration.ofSeconds(10));
        List<List<String>> before = sunday.drain();
        time.advance(SECOND);

        assertThat(heads(atOnce)).containsExactly("58:1");
        assertThat(before).isEmpty();
        assertThat(heads(sunday.drain())).containsExactly("57:1");
    }
}
