package com.quanticity.ibkr.simulator.marketdata;

import static com.quanticity.ibkr.simulator.peer.MarketRequests.bars;
import static com.quanticity.ibkr.simulator.peer.MarketRequests.tickByTick;
import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.MarketSource;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.peer.Recordings;
import com.quanticity.ibkr.simulator.peer.SteppedGateway;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tick-by-tick data and five-second bars of a short recording. */
class StreamsTest extends SteppedGateway {

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        Recordings.quotes(
                folder,
                "IBM",
                List.of(
                        "09:29:59.000,181.00,300,P,181.50,400,Q",
                        "09:30:01.000,181.00,500,P,181.50,400,Q",
                        "09:30:02.000,181.10,500,N,181.50,400,Q",
                        "09:30:06.000,181.20,500,N,181.40,100,Z"));
        Recordings.trades(
                folder,
                "IBM",
                List.of(
                        "09:29:00.000,181.20,1000,P,1",
                        "09:30:02.500,181.40,150,P,20000020",
                        "09:30:02.600,170.00,50,Q,80000200",
                        "09:30:03.000,181.30,100,P,1",
                        "09:30:30.000,181.35,100,P,1"));
        begin(SimulatorConfig.defaults()
                .withMarket(MarketSource.Recorded.of(folder))
                .withMarketData(MarketOptions.defaults()
                        .withEntitlements(Entitlements.of(Set.of(), Set.of("AIG"), Set.of(), Set.of())))
                .withLimits(SessionLimits.defaults().withTickByTickSpacing(Duration.ZERO)));
    }

    @Test
    void tellsLastTradesAndAllTrades() {
        client.send(tickByTick(1, "IBM", "Last", 0, false));
        client.send(tickByTick(2, "IBM", "AllLast", 0, false));
        client.drain();

        assertThat(after(Duration.ofSeconds(4)))
                .containsExactly(
                        List.of("99", "1", "1", "1381152602", "181.4", "150", "0", "ARCA", "F"),
                        List.of("99", "2", "2", "1381152602", "181.4", "150", "0", "ARCA", "F"),
                        List.of("99", "2", "2", "1381152602", "170", "50", "2", "ISLAND", "4 I"),
                        List.of("99", "1", "1", "1381152603", "181.3", "100", "0", "ARCA", ""),
                        List.of("99", "2", "2", "1381152603", "181.3", "100", "0", "ARCA", ""));
    }

    @Test
    void tellsQuotesAndMiddles() {
        client.send(tickByTick(1, "IBM", "BidAsk", 0, false));
        client.send(tickByTick(3, "IBM", "MidPoint", 0, false));
        client.drain();

        List<List<String>> ticks = after(Duration.ofSeconds(4));

        assertThat(ticks)
                .containsExactly(
                        List.of("99", "1", "3", "1381152601", "181", "181.5", "500", "400", "3"),
                        List.of("99", "3", "4", "1381152601", "181.25"),
                        List.of("99", "1", "3", "1381152602", "181.1", "181.5", "500", "400", "3"),
                        List.of("99", "3", "4", "1381152602", "181.3"));
    }

    @Test
    void leavesQuotesOutThatChangeTheSizeOnly() {
        client.send(tickByTick(2, "IBM", "BidAsk", 0, true));
        client.drain();

        assertThat(after(Duration.ofSeconds(4)))
                .containsExactly(List.of("99", "2", "3", "1381152602", "181.1", "181.5", "500", "400", "3"));
    }

    @Test
    void beginsWithThePast() {
        client.send(tickByTick(1, "IBM", "AllLast", 0, false));
        client.drain();
        after(Duration.ofSeconds(4));
        client.send(tickByTick(2, "IBM", "Last", 10, false));
        client.send(tickByTick(3, "IBM", "BidAsk", 1, false));

        assertThat(client.drain())
                .containsExactly(
                        List.of(
                                "98",
                                "2",
                                "2",
                                "1381152602",
                                "0",
                                "181.4",
                                "150",
                                "ARCA",
                                "F",
                                "1381152603",
                                "0",
                                "181.3",
                                "100",
                                "ARCA",
                                "",
                                "1"),
                        List.of("97", "3", "1", "1381152602", "3", "181.1", "181.5", "500", "400", "1"));
    }

    @Test
    void refusesTooManyTooSoonAndUnknownKinds() {
        client.send(tickByTick(1, "IBM", "Last", 0, false));
        client.send(tickByTick(1, "IBM", "Last", 0, false));
        client.send(tickByTick(2, "IBM", "Last", 0, false));
        client.send(tickByTick(3, "IBM", "Nonsense", 0, false));
        client.send(tickByTick(4, "IBM", "AllLast", 0, false));
        client.send(tickByTick(5, "IBM", "BidAsk", 0, false));
        client.send(tickByTick(6, "IBM", "MidPoint", 0, false));
        client.send(98, 77);

        assertThat(client.drain())
                .extracting(message -> message.subList(1, 3))
                .containsExactly(
                        List.of("1", "322"),
                        List.of("3", "321"),
                        List.of("5", "10190"),
                        List.of("6", "10190"),
                        List.of("77", "300"));
    }

    @Test
    void makesABarEveryFiveSecondsWithOrWithoutTrades() {
        client.send(bars(1, "IBM", "TRADES"));
        client.drain();

        assertThat(after(Duration.ofSeconds(15)))
                .containsExactly(
                        List.of(
                                "50",
                                "3",
                                "1",
                                "1381152600",
                                "181.4",
                                "181.4",
                                "181.3",
                                "181.3",
                                "300",
                                "179.466667",
                                "3"),
                        List.of("50", "3", "1", "1381152605", "181.3", "181.3", "181.3", "181.3", "0", "181.3", "0"),
                        List.of("50", "3", "1", "1381152610", "181.3", "181.3", "181.3", "181.3", "0", "181.3", "0"));
    }

    @Test
    void makesBarsOfQuotes() {
        client.send(bars(1, "IBM", "BID"));
        client.send(bars(2, "IBM", "MIDPOINT"));
        client.drain();

        assertThat(after(Duration.ofSeconds(10)))
                .containsExactly(
                        List.of("50", "3", "1", "1381152600", "181", "181.1", "181", "181.1", "-1", "-1", "-1"),
                        List.of("50", "3", "2", "1381152600", "181.25", "181.3", "181.25", "181.3", "-1", "-1", "-1"),
                        List.of("50", "3", "1", "1381152605", "181.1", "181.2", "181.1", "181.2", "-1", "-1", "-1"),
                        List.of("50", "3", "2", "1381152605", "181.3", "181.3", "181.3", "181.3", "-1", "-1", "-1"));
    }

    @Test
    void refusesBarsThatDoNotExist() {
        client.send(bars(1, "IBM", "VOLUME"));
        client.send(bars(2, "IBM", "ASK"));
        client.send(bars(2, "IBM", "ASK"));
        client.send(51, 1, 9);
        client.send(51, 1, 2);

        assertThat(client.drain())
                .extracting(message -> message.subList(1, 3))
                .containsExactly(List.of("1", "420"), List.of("2", "322"), List.of("9", "300"));
        assertThat(after(Duration.ofSeconds(20))).isEmpty();
    }

    @Test
    void endsBarsWithABust() {
        client.send(bars(1, "IBM", "TRADES"));
        client.drain();

        simulator.faults().data().bustBars("IBM");

        assertThat(client.drain()).extracting(message -> message.subList(1, 3)).containsExactly(List.of("1", "10225"));
        assertThat(after(Duration.ofSeconds(20))).isEmpty();
    }
}
