package com.quanticity.ibkr.simulator.generator;

import static com.quanticity.ibkr.simulator.peer.MarketRequests.depth;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.market.HaltKind;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stocks that run into their price bands, pause for five minutes and open again with a cross. */
class VolatilityHaltsTest {

    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final Profile IBM = Profile.stock("IBM", 28_000, 4, 1.0, 2);
    private static final List<MarketEvent> HALF_A_DAY = ibm(true);

    private static List<MarketEvent> ibm(boolean withHalts) {
        SymbolWalk walk = new SymbolWalk(IBM, TradingCalendar.alwaysOpen(), 7, START, withHalts);
        long end = nanos(START.plus(Duration.ofHours(12)));
        return Stream.generate(walk::next)
                .takeWhile(event -> event.timeNanos() < end)
                .filter(event -> !(event instanceof MarketEvent.Depth))
                .toList();
    }

    private static List<MarketEvent.Halt> halts(List<MarketEvent> events) {
        return events.stream()
                .filter(MarketEvent.Halt.class::isInstance)
                .map(MarketEvent.Halt.class::cast)
                .toList();
    }

    @Test
    void pausesForFiveMinutesAndOpensWithACross() {
        List<MarketEvent> events = HALF_A_DAY;
        List<MarketEvent.Halt> halts = halts(events);

        assertThat(halts).hasSizeBetween(4, 24);
        for (int i = 0; i + 1 < halts.size(); i += 2) {
            MarketEvent.Halt begin = halts.get(i);
            MarketEvent.Halt end = halts.get(i + 1);
            int ended = events.indexOf(end);
            assertThat(begin.kind()).isEqualTo(HaltKind.VOLATILITY);
            assertThat(end.kind()).isEqualTo(HaltKind.NONE);
            assertThat(end.timeNanos() - begin.timeNanos()).isEqualTo(300_000_000_000L);
            assertThat(events.subList(events.indexOf(begin) + 1, ended))
                    .hasSize(29)
                    .allMatch(MarketEvent.Auction.class::isInstance);
            assertThat(events.get(ended + 1))
                    .isInstanceOfSatisfying(
                            MarketEvent.Trade.class,
                            cross -> assertThat(cross.conditions()).isEqualTo("5"));
        }
    }

    @Test
    void standsAtTheEdgeForFifteenSecondsBeforeItPauses() {
        for (MarketEvent.Halt halt : halts(HALF_A_DAY)) {
            if (halt.kind() == HaltKind.VOLATILITY) {
                long begin = halt.timeNanos() - 14_000_000_000L;
                assertThat(HALF_A_DAY.stream()
                                .filter(event -> event.timeNanos() > begin && event.timeNanos() < halt.timeNanos())
                                .filter(MarketEvent.Quote.class::isInstance)
                                .map(event -> ((MarketEvent.Quote) event).bid().price())
                                .distinct())
                        .hasSize(1);
            }
        }
    }

    @Test
    void tradesInsideItsBandOnly() {
        PriceBand band = new PriceBand();
        List<MarketEvent> outside = new ArrayList<>();
        for (MarketEvent event : HALF_A_DAY) {
            if (event instanceof MarketEvent.Trade trade && trade.size().signum() > 0) {
                int cents = trade.price().movePointRight(2).intValueExact();
                if (trade.conditions().equals("5")) {
                    band.onCross(trade.timeNanos(), cents);
                } else if (band.holds(cents)) {
                    band.onTrade(trade.timeNanos(), cents);
                } else {
                    outside.add(trade);
                }
            }
        }

        assertThat(outside).isEmpty();
    }

    @Test
    void isTheSameForTheSameSeedAndUnchangedUpToTheFirstRun() {
        List<MarketEvent> without = ibm(false);
        long firstHalt = halts(HALF_A_DAY).getFirst().timeNanos();
        long calm = firstHalt - Duration.ofSeconds(215).toNanos();

        assertThat(ibm(true).equals(HALF_A_DAY)).isTrue();
        assertThat(halts(without)).isEmpty();
        assertThat(upTo(calm, HALF_A_DAY).equals(upTo(calm, without))).isTrue();
    }

    private static List<MarketEvent> upTo(long nanos, List<MarketEvent> events) {
        return events.stream().takeWhile(event -> event.timeNanos() < nanos).toList();
    }

    @Test
    void showsClientsTheHaltAndFillsNothingMeanwhile() {
        MarketEvent first = firstHaltOfAll();
        SimulatorTime.Stepped time = SimulatorTime.stepped(START);
        try (GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                        .withTime(time)
                        .withMarketData(MarketOptions.defaults().withVolatilityHalts(true)));
                TestClient client = TestClient.start(simulator, 1)) {
            long before = first.timeNanos() - nanos(START) - 1_000_000_000L;
            client.send(stream(1, first.symbol(), "225"));
            client.drain();
            time.advance(Duration.ofNanos(before));
            client.send(depth(2, first.symbol(), "SMART", 5, true));
            client.drain();

            time.advance(Duration.ofSeconds(2));
            List<List<String>> halted = client.drain();
            client.place(10, first.symbol(), "BUY", "100", "", "DAY");
            time.advance(Duration.ofSeconds(280));
            List<List<String>> meanwhile = client.drain();
            time.advance(Duration.ofSeconds(30));
            List<List<String>> reopened = client.drain();

            assertThat(halted)
                    .contains(List.of("45", "6", "1", "49", "2"), List.of("1", "6", "1", "1", "-1", "0", "1"))
                    .anySatisfy(frame -> assertThat(frame).startsWith("4", "2", "316"));
            assertThat(meanwhile)
                    .anySatisfy(frame -> assertThat(frame).startsWith("1", "6", "1", "35"))
                    .noneMatch(frame -> frame.getFirst().equals("11")
                            || frame.getFirst().equals("1")
                                    && List.of("1", "2", "4").contains(frame.get(3)));
            assertThat(reopened)
                    .contains(List.of("45", "6", "1", "49", "0"))
                    .anySatisfy(frame -> assertThat(frame).startsWith("11"))
                    .anySatisfy(frame -> {
                        assertThat(frame).startsWith("1", "6", "1", "4");
                        assertThat(new BigDecimal(frame.get(4))).isPositive();
                    });
            assertThat(simulator.state().gateways().getFirst().activeFaults()).isEmpty();
        }
    }

    private static MarketEvent firstHaltOfAll() {
        GeneratorFeed feed = new GeneratorFeed(7, START, TradingCalendar.alwaysOpen(), true);
        return Stream.generate(feed::next)
                .filter(MarketEvent.Halt.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L;
    }
}
