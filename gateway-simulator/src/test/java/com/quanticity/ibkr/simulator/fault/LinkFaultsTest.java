package com.quanticity.ibkr.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkFaultsTest {

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

    @Test
    void delaysFramesInOrder() {
        simulator.faults().link().slow(null, Duration.ofSeconds(2), 0);
        client.send(49, 1);
        client.send(8, 1, 1);
        boolean waits = client.isSilent();
        simulator.faults().link().endSlow();
        client.send(61, 1);
        settleAt(4);
        time.advance(Duration.ofSeconds(2));

        assertThat(waits).isTrue();
        assertThat(List.of(
                        client.next().getFirst(),
                        client.next().getFirst(),
                        client.next().getFirst()))
                .containsExactly("49", "9", "62");
    }

    @Test
    void letsFramesThroughANarrowLine() {
        simulator.faults().link().slow(1, null, 10);
        client.send(8, 1, 1);
        settleAt(2);
        time.advance(Duration.ofMillis(900));
        boolean waits = client.isSilent();
        time.advance(Duration.ofMillis(400));

        assertThat(waits).isTrue();
        assertThat(client.next()).startsWith("9");
    }

    /** The simulator has read so many messages of the client. */
    private void settleAt(long sent) {
        Awaitility.await().until(() -> simulator.state().clients().getFirst().messagesIn() >= sent);
    }

    @Test
    void splitsAndGluesFramesWithoutHarm() {
        simulator.faults().link().split(null, 1);
        client.send(61, 1);
        List<String> inPieces = client.next();
        simulator.faults().link().glue(null, Duration.ofSeconds(1));
        client.send(61, 1);
        client.send(8, 1, 1);
        settleAt(4);
        boolean waits = client.isSilent();
        time.advance(Duration.ofSeconds(1));

        assertThat(inPieces).startsWith("62");
        assertThat(waits).isTrue();
        assertThat(client.next()).startsWith("62");
        assertThat(client.next()).startsWith("9");
    }

    @Test
    void holdsTheClientIdOfADeadConnection() {
        simulator.faults().goHalfOpen(1, Duration.ofMinutes(1));
        client.send(49, 1);
        assertThat(client.isSilent()).isTrue();
        client.close();
        try (TestClient again = TestClient.connect(simulator.port(), 200)) {
            again.send(71, 2, 1, "");
            assertThat(again.assertClosed())
                    .singleElement()
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .startsWith("4", "-1", "326");
        }
        time.advance(Duration.ofMinutes(1));

        TestClient.start(simulator, 1).close();
    }

    @Test
    void refusesAnIdInUseWithoutTheCode() {
        simulator.faults().setSilentRefusal(true);
        try (TestClient second = TestClient.connect(simulator.port(), 200)) {
            second.send(71, 2, 1, "");
            assertThat(second.assertClosed()).isEmpty();
        }
    }

    @Test
    void refusesAStuckIdUntilItIsFree() {
        simulator.faults().holdClientId(5, null);
        try (TestClient stuck = TestClient.connect(simulator.port(), 200)) {
            stuck.send(71, 2, 5, "");
            assertThat(stuck.assertClosed()).hasSize(1);
        }
        simulator.faults().releaseClientIds();

        TestClient.start(simulator, 5).close();
    }

    @Test
    void tellsNothingWhileTheBrokerIsAway() {
        client.place(1, "SPY", "BUY", "10", "1.00", "GTC");
        client.drain();
        simulator.faults().loseBroker(Duration.ofSeconds(30), false);
        client.send(61, 1);
        client.send(1, 11, 9, 0, "SPY", "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, "");
        List<List<String>> during = client.drain();
        time.advance(Duration.ofSeconds(30));
        List<List<String>> after = client.drain();

        assertThat(during).extracting(message -> message.get(2)).containsExactly("1100");
        assertThat(after.getFirst()).startsWith("4", "-1", "1102");
        assertThat(after).extracting(List::getFirst).contains("62", "58");
    }

    @Test
    void startsASessionWithoutTheBrokerAndSaysSo() {
        simulator.faults().loseBroker(null, false);
        try (TestClient late = TestClient.connect(simulator.port(), 200)) {
            late.send(71, 2, 2, "");

            assertThat(late.drain())
                    .extracting(
                            message -> message.getFirst() + (message.getFirst().equals("4") ? message.get(2) : ""))
                    .containsExactly("15", "9", "42110");
        }
    }

    @Test
    void forgetsSubscriptionsWhenDataIsLost() {
        client.send(1, 11, 9, 0, "SPY", "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, "");
        client.drain();
        simulator.faults().loseBroker(Duration.ofSeconds(5), true);
        time.advance(Duration.ofSeconds(5));
        List<List<String>> back = client.drain();
        time.advance(Duration.ofMinutes(1));

        assertThat(back.getLast()).startsWith("4", "-1", "1101");
        assertThat(client.drain()).isEmpty();
        assertThat(simulator.state().clients().getFirst().subscriptions()).isEmpty();
    }

    @Test
    void leavesLinesDeadAfterAFarmBlip() {
        client.send(1, 11, 9, 0, "SPY", "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, "");
        client.drain();
        simulator.faults().breakFarm("usfarm", Duration.ofSeconds(3), true);
        time.advance(Duration.ofMinutes(1));

        assertThat(client.drain()).extracting(message -> message.get(2)).containsExactly("2103", "2104");
    }

    @Test
    void cutsEverybodyWhenTheUserLogsInElsewhere() throws Exception {
        simulator.faults().logOut(Duration.ofMinutes(2));

        assertThat(client.assertClosed()).isEmpty();
        assertThat(simulator.state().faults().loginFault()).isEqualTo("UNANSWERED");
        time.advance(Duration.ofMinutes(2));
        TestClient.start(simulator, 1).close();
    }

    @Test
    void showsAWrongClockAndZone() {
        simulator.faults().skewClock(Duration.ofHours(1), true);
        simulator.faults().setZoneName("Mars/Olympus");
        client.send(49, 1);

        assertThat(client.next().get(2))
                .isEqualTo(Long.toString(Instant.parse("2026-03-02T14:00:00Z").getEpochSecond()));
        try (TestClient other = TestClient.connect(simulator.port(), 200)) {
            assertThat(other.hello().get(1)).isEqualTo("20260302 09:00:00 Mars/Olympus");
        }
    }
}
