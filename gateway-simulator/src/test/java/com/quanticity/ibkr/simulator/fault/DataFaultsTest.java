package com.quanticity.ibkr.simulator.fault;

import static com.quanticity.ibkr.simulator.peer.MarketRequests.bars;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.cancelDepth;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.depth;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.HistoryRequests;
import com.quanticity.ibkr.simulator.peer.SteppedGateway;
import com.quanticity.ibkr.simulator.scenario.ScenarioReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Troubles of single subscriptions, of depth and of the farms that answer questions. */
class DataFaultsTest extends SteppedGateway {

    @BeforeEach
    void start() {
        begin(SimulatorConfig.defaults());
    }

    private static List<List<String>> of(List<List<String>> frames, String requestId) {
        return frames.stream()
                .filter(frame -> frame.getFirst().matches("1|2|12|13|45|46|50"))
                .filter(frame -> frame.get(2).equals(requestId))
                .toList();
    }

    @Test
    void silencesOneSubscriptionWithoutAWord() {
        client.send(stream(1, "SPY", ""));
        client.send(stream(2, "SPY", ""));
        client.send(depth(3, "SPY", "ISLAND", 5, false));
        client.drain();

        data().silence(1, 1);
        data().silence(1, 3);
        List<List<String>> meanwhile = after(Duration.ofSeconds(10));
        data().endSilence();
        List<List<String>> again = client.drain();

        assertThat(of(meanwhile, "1")).isEmpty();
        assertThat(of(meanwhile, "2")).isNotEmpty();
        assertThat(of(meanwhile, "3")).isEmpty();
        assertThat(codes(meanwhile)).isEmpty();
        assertThat(of(again, "1")).isNotEmpty();
        assertThat(codes(again)).containsExactly("3:317");
        assertThat(of(again, "3")).hasSize(10);
    }

    @Test
    void letsDepthRowsComeAfterTheCancel() {
        data().setLateDepth(Duration.ofSeconds(2), true);
        data().limit(limits -> limits.withDepthSlots(1));
        client.send(depth(1, "SPY", "SMART", 5, true));
        client.drain();
        client.send(cancelDepth(1, true));
        client.send(cancelDepth(1, true));
        client.send(depth(2, "QQQ", "SMART", 5, true));
        List<String> busy = codes(client.drain());
        List<List<String>> late = after(Duration.ofSeconds(2));
        List<List<String>> later = after(Duration.ofSeconds(10));
        client.send(depth(3, "QQQ", "SMART", 5, true));

        assertThat(busy).containsExactly("1:310", "2:309");
        assertThat(of(late, "1")).isNotEmpty();
        assertThat(later).isEmpty();
        assertThat(codes(client.drain())).containsExactly("3:2152");
    }

    @Test
    void refusesDepthAndItsCancels() {
        client.send(depth(1, "SPY", "SMART", 5, true));
        client.drain();
        data().setDepthFull(true);
        data().setDepthCancelsLost(true);
        client.send(depth(2, "QQQ", "SMART", 5, true));
        client.send(cancelDepth(1, true));

        assertThat(codes(client.drain())).containsExactly("2:309", "1:310");
        assertThat(of(after(Duration.ofSeconds(5)), "1")).isNotEmpty();
    }

    @Test
    void failsQueriesWhileTheirFarmIsBroken() {
        simulator.faults().farms().breakHistory("ushmds", Duration.ofSeconds(30));
        simulator.faults().farms().breakDefinitions("secdefnj", Duration.ofSeconds(30));
        new HistoryRequests(client).head(1, "SPY", "TRADES", 1);
        client.send(81, 4, "SPY");
        client.send(78, 5, "SPY", "", "STK", 756733);
        List<List<String>> broken = client.drain();
        List<List<String>> mended = after(Duration.ofSeconds(31));
        new HistoryRequests(client).head(3, "SPY", "TRADES", 1);
        client.drain();
        List<List<String>> answers = after(Duration.ofSeconds(1));

        assertThat(codes(broken)).containsExactly("-1:2105", "-1:2157", "1:162", "4:200", "5:200");
        assertThat(codes(mended)).containsExactly("-1:2106", "-1:2158");
        assertThat(answers).anyMatch(frame -> frame.getFirst().equals("88"));
    }

    @Test
    void haltsTradingForAWhile() {
        client.send(stream(1, "SPY", ""));
        client.drain();
        data().haltTrading("SPY", Duration.ofSeconds(30));
        List<List<String>> halted = after(Duration.ofSeconds(10));
        List<List<String>> resumed = after(Duration.ofSeconds(30));

        assertThat(halted).contains(List.of("45", "6", "1", "49", "2"));
        assertThat(resumed).contains(List.of("45", "6", "1", "49", "0"));
        assertThat(simulator.state().gateways().getFirst().activeFaults()).isEmpty();
    }

    @Test
    void playsDataFaultsFromAScenario() {
        client.send(bars(1, "SPY", "TRADES"));
        client.send(stream(2, "SPY", ""));
        client.drain();
        simulator.scenarios().play(ScenarioReader.read("data", """
                steps:
                  - {at: 1s, bars-bust: SPY}
                  - {at: 2s, entitlement: {on: QQQ, feed: depth, right: nothing}}
                  - {at: 2s, limits: {lines: 1}}
                  - {at: 3s, silent-subscription: {client: 1, id: 2}}
                  - {at: 20s, end: [silent-subscription, limits, entitlement]}
                """));
        List<List<String>> frames = after(Duration.ofSeconds(4));
        client.send(depth(3, "QQQ", "SMART", 5, true));
        client.send(stream(4, "QQQ", ""));
        List<String> refused = codes(client.drain());
        List<List<String>> silence = after(Duration.ofSeconds(10));
        List<List<String>> again = after(Duration.ofSeconds(10));

        assertThat(codes(frames)).containsExactly("1:10225");
        assertThat(refused).containsExactly("3:354", "4:101");
        assertThat(of(silence, "2")).isEmpty();
        assertThat(of(again, "2")).isNotEmpty();
    }
}
