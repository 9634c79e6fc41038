package com.quanticity.ibkr.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.simulator.FarmNotice;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.SimulatorFaults;
import com.quanticity.ibkr.simulator.peer.MarketRequests;
import com.quanticity.ibkr.simulator.peer.SteppedGateway;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.session.LoginFault;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwitchedFaultsTest extends SteppedGateway {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @BeforeEach
    void start() {
        begin(SimulatorConfig.defaults());
    }

    private void subscribe(int id, String symbol) {
        client.send(1, 11, id, 0, symbol, "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, "");
    }

    /** The subscriptions of which ticks came since the last look. */
    private List<String> heardOf() {
        return client.drain().stream()
                .filter(message -> List.of("1", "2", "46").contains(message.getFirst()))
                .map(message -> message.get(2))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void silencesOneSymbolForEverybody() {
        subscribe(10, "SPY");
        subscribe(11, "QQQ");
        client.drain();

        simulator.faults().silence("SPY");
        subscribe(12, "SPY");
        time.advance(MINUTE);
        List<String> whileSilent = heardOf();
        simulator.faults().endSilence("SPY");
        List<String> atItsEnd = heardOf();
        time.advance(MINUTE);

        assertThat(whileSilent).containsExactly("11");
        assertThat(atItsEnd).containsExactly("10", "12");
        assertThat(heardOf()).containsExactly("10", "11", "12");
    }

    @Test
    void silencesPresentLinesAndServesLaterOnes() {
        subscribe(10, "SPY");
        client.drain();

        simulator.faults().silencePresentLines("SPY");
        subscribe(12, "SPY");
        time.advance(MINUTE);

        assertThat(heardOf()).containsExactly("12");
    }

    @Test
    void announcesAFarmByItsName() {
        simulator.faults().announceFarm(FarmNotice.MARKET_DATA_BROKEN, "usfarm");
        simulator.faults().announceFarm(FarmNotice.MARKET_DATA_OK, "usfarm");

        assertThat(client.drain())
                .extracting(message -> message.get(2) + " " + message.get(3))
                .containsExactly(
                        "2103 Market data farm connection is broken:usfarm",
                        "2104 Market data farm connection is OK:usfarm");
    }

    @Test
    void takesTheDataOfEveryLineDuringACompetingSession() {
        subscribe(10, "SPY");
        client.drain();

        simulator.faults().startCompetingSession();
        subscribe(11, "QQQ");
        time.advance(MINUTE);
        List<List<String>> during = client.drain();
        simulator.faults().endCompetingSession();

        assertThat(during)
                .filteredOn(message -> message.getFirst().equals("4"))
                .extracting(message -> message.get(1) + " " + message.get(2))
                .containsExactly("10 10197", "11 10197");
        assertThat(during).noneMatch(message -> List.of("1", "2", "46").contains(message.getFirst()));
        assertThat(heardOf()).containsExactly("10", "11");
    }

    @Test
    void takesDepthTicksAndBarsDuringACompetingSessionToo() {
        client.send(MarketRequests.depth(20, "SPY", "ISLAND", 5, false));
        client.send(MarketRequests.tickByTick(21, "SPY", "BidAsk", 0, false));
        client.send(MarketRequests.bars(22, "SPY", "MIDPOINT"));
        client.drain();

        simulator.faults().startCompetingSession();
        client.send(MarketRequests.depth(23, "QQQ", "ISLAND", 5, false));
        client.send(MarketRequests.tickByTick(24, "QQQ", "BidAsk", 10, false));
        client.send(MarketRequests.bars(25, "QQQ", "MIDPOINT"));
        time.advance(MINUTE);
        List<List<String>> during = client.drain();
        simulator.faults().endCompetingSession();
        time.advance(MINUTE);
        List<List<String>> after = client.drain();

        assertThat(during)
                .extracting(message -> message.getFirst() + " " + message.get(1) + " " + message.get(2))
                .containsExactlyInAnyOrder(
                        "4 20 10197", "4 21 10197", "4 22 10197", "4 23 10197", "4 24 10197", "4 25 10197");
        assertThat(after).extracting(List::getFirst).contains("13", "99", "50");
        assertThat(after)
                .filteredOn(message -> message.getFirst().equals("13"))
                .extracting(message -> message.get(2))
                .contains("20", "23");
    }

    @Test
    void refusesOrdersAndOrderListsInReadOnlyMode() {
        simulator.faults().setReadOnly(true);

        client.place(1, "SPY", "BUY", "100", "1.00", "DAY");
        client.send(4, 1, "", "", 2147483647);
        client.send(5, 1);
        client.send(58, "", 2147483647);
        client.send(61, 1);

        assertThat(client.drain())
                .extracting(message -> message.getFirst().equals("4")
                        ? message.get(1) + " " + message.get(2) + " "
                                + message.get(3).contains("Read-Only mode")
                        : message.getFirst())
                .containsExactly("1 321 true", "1 321 true", "-1 321 true", "-1 321 true", "62");
    }

    @Test
    void refusesConnectionsUntilItIsBack() {
        client.place(1, "SPY", "BUY", "100", "1.00", "GTC");
        client.drain();

        simulator.faults().restart(Duration.ofSeconds(90));

        client.assertClosed();
        assertThatThrownBy(() -> TestClient.connect(simulator.port(), 200))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(ConnectException.class);
        assertThat(simulator.state().faults().listening()).isFalse();
        time.advance(Duration.ofSeconds(90));
        try (TestClient again = TestClient.start(simulator, 1)) {
            again.send(5, 1);
            assertThat(again.untilId(53)).hasSize(3);
        }
    }

    @Test
    void handsOutUsedOrderIdsAfterARollBack() {
        client.place(5, "SPY", "BUY", "100", "1.00", "DAY");
        client.drain();

        simulator.faults().rollBackOrderIds(2);
        client.send(8, 1, 1);

        assertThat(client.untilId(9).getLast()).containsExactly("9", "1", "2");
    }

    @Test
    void movesToAnotherPortAndSaysSo() {
        int old = simulator.port();

        int port = simulator.faults().movePort();

        assertThat(client.assertClosed().getLast())
                .startsWith("4", "-1", "1300")
                .element(3)
                .asString()
                .endsWith("- " + port);
        assertThat(simulator.port()).isEqualTo(port).isNotEqualTo(old);
        TestClient.start(simulator, 1).close();
    }

    @Test
    void leavesAVersionOfferUnanswered() throws Exception {
        simulator.faults().setLoginFault(LoginFault.UNANSWERED);

        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", simulator.port())) {
            socket.setSoTimeout(200);
            socket.getOutputStream()
                    .write("API\0\0\0\0\tv100..200".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
        assertThat(client.drain()).isEmpty();
    }

    @Test
    void closesNewSocketsAtOnce() throws Exception {
        simulator.faults().setLoginFault(LoginFault.CLOSED_AT_ONCE);

        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", simulator.port())) {
            socket.setSoTimeout(40_000);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void withholdsAccountsAndIds() {
        simulator.faults().setLoginFault(LoginFault.NO_IDS);

        try (TestClient other = TestClient.connect(simulator.port(), 200)) {
            other.send(71, 2, 9, "");

            assertThat(other.isSilent()).isTrue();
        }
    }

    @Test
    void endsEveryFaultAtOnce() {
        subscribe(10, "SPY");
        client.drain();
        SimulatorFaults faults = simulator.faults();
        faults.silence("SPY");
        faults.startCompetingSession();
        faults.setReadOnly(true);
        faults.setLoginFault(LoginFault.NO_IDS);
        client.drain();

        faults.clear();

        assertThat(heardOf()).containsExactly("10");
        assertThat(simulator.state().faults().silentSymbols()).isEmpty();
        assertThat(simulator.state().faults().loginFault()).isEqualTo("NONE");
        client.place(1, "SPY", "BUY", "100", "1.00", "DAY");
        assertThat(client.drain()).isNotEmpty();
    }
}
