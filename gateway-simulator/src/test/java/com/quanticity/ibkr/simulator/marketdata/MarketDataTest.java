package com.quanticity.ibkr.simulator.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.MarketSource;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.Recordings;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.state.SimulatorState.SymbolState;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketDataTest {

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));
    private GatewaySimulator simulator;
    private TestClient client;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        Recordings.quotes(
                folder,
                "IBM",
                List.of(
                        "09:00:00.000,180.00,100,P,181.00,200,Q",
                        "09:29:59.999,181.00,300,P,181.50,400,Q",
                        "09:30:01.000,181.00,500,P,181.50,400,Q",
                        "09:30:02.000,181.10,500,N,181.50,400,Q",
                        "09:30:02.000,181.10,500,N,181.50,400,Q",
                        "09:30:03.000,181.10,500,N,181.40,100,Z"));
        Recordings.trades(
                folder,
                "IBM",
                List.of(
                        "09:29:00.000,181.20,1000,P,1",
                        "09:30:02.500,181.40,150,P,20000020",
                        "09:30:02.600,170.00,150,P,20100200"));
        MarketSource.Recorded market = MarketSource.Recorded.of(folder).atSpeed(2);
        simulator = GatewaySimulator.start(
                SimulatorConfig.defaults().withMarket(market).withTime(time));
        client = TestClient.start(simulator, 1);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private void subscribe(int requestId, String symbol, boolean snapshot) {
        client.send(
                1,
                11,
                requestId,
                0,
                symbol,
                "STK",
                "",
                "0.0",
                "",
                "",
                "SMART",
                "",
                "USD",
                "",
                "",
                0,
                "",
                snapshot ? 1 : 0,
                0,
                "");
    }

    @Test
    void sendsTheStateBeforeTheStartAsInitialTicks() {
        subscribe(9, "IBM", false);

        assertThat(client.drain())
                .containsExactly(
                        List.of("58", "1", "9", "1"),
                        List.of("81", "9", "0.01", "a60001", "3"),
                        List.of("45", "6", "9", "49", "0"),
                        List.of("1", "6", "9", "1", "181", "300", "1"),
                        List.of("1", "6", "9", "2", "181.5", "400", "1"),
                        List.of("46", "6", "9", "32", "P"),
                        List.of("46", "6", "9", "33", "Q"),
                        List.of("1", "6", "9", "4", "181.2", "1000", "0"),
                        List.of("46", "6", "9", "84", "P"),
                        List.of("46", "6", "9", "45", "1381152540"),
                        List.of("1", "6", "9", "6", "181.2", "0", "0"),
                        List.of("1", "6", "9", "7", "181.2", "0", "0"),
                        List.of("1", "6", "9", "14", "181.2", "0", "0"),
                        List.of("2", "6", "9", "8", "10"));
    }

    @Test
    void playsEveryRowAtItsTimeAndTellsOnlyWhatChanged() {
        subscribe(9, "IBM", false);
        client.drain();

        time.advance(Duration.ofMillis(500));
        List<List<String>> first = client.drain();
        time.advance(Duration.ofSeconds(1));
        List<List<String>> rest = client.drain();

        assertThat(first).containsExactly(List.of("2", "6", "9", "0", "500"));
        assertThat(rest)
                .containsExactly(
                        List.of("1", "6", "9", "1", "181.1", "500", "1"),
                        List.of("46", "6", "9", "32", "N"),
                        List.of("1", "6", "9", "4", "181.4", "150", "0"),
                        List.of("46", "6", "9", "45", "1381152602"),
                        List.of("1", "6", "9", "6", "181.4", "0", "0"),
                        List.of("2", "6", "9", "8", "11"),
                        List.of("2", "6", "9", "8", "13"),
                        List.of("1", "6", "9", "2", "181.4", "100", "1"),
                        List.of("46", "6", "9", "33", "Z"));
        SymbolState ibm = simulator.state().market().symbols().getFirst();
        assertThat(List.of(ibm.firstRow(), ibm.lastRow(), ibm.rowsPlayed(), ibm.unchangedRows()))
                .containsExactly(2L, 6L, 4L, 1L);
        assertThat(simulator.state().market().endReached()).isTrue();
    }

    @Test
    void startsTheClockWithTheFirstSubscription() {
        time.advance(Duration.ofHours(1));
        subscribe(9, "IBM", false);

        client.drain();

        assertThat(simulator.state().market().symbols().getFirst().rowsPlayed()).isZero();
    }

    @Test
    void endsASnapshotAndDoesNotStartTheClock() {
        subscribe(9, "IBM", true);

        assertThat(client.drain()).last().isEqualTo(List.of("57", "1", "9"));
        assertThat(simulator.state().market().started()).isFalse();
    }

    @Test
    void refusesUnknownSymbolsDuplicateIdsAndSymbolsWithoutMarket() {
        subscribe(1, "NOPE", false);
        subscribe(2, "QQQ", false);
        subscribe(3, "IBM", false);
        client.drain();
        subscribe(3, "IBM", false);
        client.send(2, 1, 77);

        assertThat(client.drain())
                .extracting(message -> message.subList(0, 3))
                .containsExactly(List.of("4", "3", "322"), List.of("4", "77", "300"));
    }

    @Test
    void stopsTicksAfterTheCancel() {
        subscribe(9, "IBM", false);
        client.send(2, 1, 9);
        client.drain();

        time.advance(Duration.ofSeconds(5));

        assertThat(client.drain()).isEmpty();
    }
}
