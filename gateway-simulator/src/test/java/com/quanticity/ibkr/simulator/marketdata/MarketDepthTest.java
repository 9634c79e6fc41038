package com.quanticity.ibkr.simulator.marketdata;

import static com.quanticity.ibkr.simulator.peer.MarketRequests.cancelDepth;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.depth;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.peer.MarketRequests;
import com.quanticity.ibkr.simulator.peer.SteppedGateway;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarketDepthTest extends SteppedGateway {

    /** A client's two ladders: what a reader of the operations must come to. */
    private static final class Ladders {

        private final List<List<String>> asks = new ArrayList<>();
        private final List<List<String>> bids = new ArrayList<>();
        private final int most;

        private Ladders(int most) {
            this.most = most;
        }

        /** Source: tws-wire behaviour.md, section 5. */
        private void read(List<String> frame) {
            boolean isMakers = frame.getFirst().equals("13");
            int position = Integer.parseInt(frame.get(3));
            int operation = Integer.parseInt(frame.get(isMakers ? 5 : 4));
            List<List<String>> side = frame.get(isMakers ? 6 : 5).equals("1") ? bids : asks;
            List<String> row = isMakers
                    ? List.of(frame.get(7), frame.get(8), frame.get(4))
                    : List.of(frame.get(6), frame.get(7), "");
            if (operation == 0) {
                side.add(position, row);
                if (side.size() > most) {
                    side.removeLast();
                }
            } else if (operation == 1) {
                side.set(position, row);
            } else {
                side.remove(position);
            }
        }

        private static BigDecimal price(List<String> row) {
            return new BigDecimal(row.getFirst());
        }
    }

    @BeforeEach
    void start() {
        begin(SimulatorConfig.defaults()
                .withMarketData(MarketOptions.defaults().withEntitlements(Entitlements.onlyDelayed("QQQ"))));
    }

    private static List<List<String>> rowsOf(List<List<String>> frames, int id) {
        return frames.stream()
                .filter(frame ->
                        frame.getFirst().equals("12") || frame.getFirst().equals("13"))
                .filter(frame -> frame.get(2).equals(Integer.toString(id)))
                .toList();
    }

    @Test
    void beginsSmartDepthWithTheAdvisoryAndInserts() {
        client.send(depth(1, "SPY", "SMART", 5, true));

        List<List<String>> frames = client.drain();

        assertThat(codes(frames)).containsExactly("1:2152");
        List<List<String>> rows = rowsOf(frames, 1);
        assertThat(rows).hasSize(10).allSatisfy(row -> {
            assertThat(row.getFirst()).isEqualTo("13");
            assertThat(row.get(5)).isEqualTo("0");
            assertThat(row.getLast()).isEqualTo("1");
        });
        assertThat(rows.stream().limit(5).map(row -> row.get(3))).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void keepsALongFollowersLaddersEqualToANewSubscribersOnes() {
        client.send(depth(1, "SPY", "SMART", 7, true));
        client.send(depth(2, "SPY", "ISLAND", 3, false));
        List<List<String>> followed = new ArrayList<>(client.drain());
        for (int minute = 0; minute < 10; minute++) {
            time.advance(Duration.ofMinutes(1));
            followed.addAll(client.drain());
        }
        client.send(cancelDepth(1, true));
        client.send(cancelDepth(2, false));
        client.send(depth(3, "SPY", "SMART", 7, true));
        client.send(depth(4, "SPY", "ISLAND", 3, false));
        List<List<String>> fresh = client.drain();

        assertThat(followed).hasSizeGreaterThan(2000);
        assertThat(followed.stream()
                        .filter(frame -> frame.getFirst().equals("13"))
                        .map(frame -> frame.get(5)))
                .contains("0", "1", "2");
        for (int smart = 1; smart >= 0; smart--) {
            int most = smart == 1 ? 7 : 3;
            Ladders old = new Ladders(most);
            Ladders now = new Ladders(most);
            rowsOf(followed, smart == 1 ? 1 : 2).forEach(old::read);
            rowsOf(fresh, smart == 1 ? 3 : 4).forEach(now::read);
            assertThat(old.bids).isEqualTo(now.bids).hasSize(most);
            assertThat(old.asks).isEqualTo(now.asks).hasSize(most);
            assertThat(Ladders.price(now.bids.getFirst())).isLessThan(Ladders.price(now.asks.getFirst()));
        }
    }

    @Test
    void namesMakersOnlyWhereTheExchangeDoes() {
        client.send(depth(1, "SPY", "ISLAND", 5, false));
        client.send(depth(2, "SPY", "ARCA", 5, false));

        List<List<String>> frames = client.drain();

        assertThat(rowsOf(frames, 1))
                .isNotEmpty()
                .allMatch(row -> row.getFirst().equals("13"));
        assertThat(rowsOf(frames, 1)).extracting(row -> row.get(4)).doesNotContain("");
        assertThat(rowsOf(frames, 2))
                .isNotEmpty()
                .allMatch(row -> row.getFirst().equals("12"));
    }

    @Test
    void resetsBothSidesAndBeginsAnew() {
        client.send(depth(1, "SPY", "SMART", 5, true));
        client.drain();

        simulator.faults().resetDepth("SPY");

        List<List<String>> frames = client.drain();
        assertThat(frames.getFirst().subList(1, 3)).containsExactly("1", "317");
        assertThat(rowsOf(frames, 1)).hasSize(10).allMatch(row -> row.get(5).equals("0"));
    }

    @Test
    void endsWithTheHaltOfTheStock() {
        client.send(depth(1, "SPY", "SMART", 5, true));
        client.send(MarketRequests.stream(9, "SPY", ""));
        client.drain();

        simulator.haltTrading("SPY", Duration.ofMinutes(5));
        time.advance(Duration.ofSeconds(1));
        List<List<String>> halted = client.drain();
        client.send(depth(2, "SPY", "SMART", 5, true));
        List<List<String>> refused = client.drain();
        time.advance(Duration.ofMinutes(4));
        List<List<String>> silence = client.drain();
        time.advance(Duration.ofMinutes(2));
        List<List<String>> resumed = client.drain();

        assertThat(codes(halted)).contains("1:316");
        assertThat(halted).contains(List.of("45", "6", "9", "49", "2"), List.of("1", "6", "9", "1", "-1", "0", "1"));
        assertThat(codes(refused)).containsExactly("2:316");
        assertThat(silence).isEmpty();
        assertThat(resumed).contains(List.of("45", "6", "9", "49", "0"));
    }

    @Test
    void refusesWhatDepthCannotShow() {
        client.send(depth(1, "SPY", "SMART", 5, false));
        client.send(depth(2, "SPY", "NOWHERE", 5, false));
        client.send(depth(3, "QQQ", "ISLAND", 5, false));
        client.send(depth(4, "SPY", "IEX", 0, false));
        client.send(depth(5, "SPY", "ARCA", 5, false));
        client.send(depth(5, "SPY", "ARCA", 5, false));
        client.send(depth(6, "IWM", "ARCA", 5, false));
        client.send(depth(7, "AAPL", "ARCA", 5, false));
        client.send(depth(8, "MSFT", "ARCA", 5, false));
        client.send(cancelDepth(5, true));
        client.send(cancelDepth(5, false));
        client.send(depth(9, "MSFT", "ARCA", 5, false));

        List<List<String>> answers = client.drain();
        assertThat(codes(answers)).containsExactly("1:10092", "2:200", "3:354", "4:321", "5:322", "8:309", "5:310");
        assertThat(answers)
                .anySatisfy(answer ->
                        assertThat(answer).contains("Max number (3) of market depth requests has been reached"));
    }
}
