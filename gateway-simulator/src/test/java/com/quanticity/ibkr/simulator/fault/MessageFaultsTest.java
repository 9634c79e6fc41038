package com.quanticity.ibkr.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.MessageFaults;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import com.quanticity.ibkr.simulator.witness.SubscriptionKind;
import com.quanticity.ibkr.simulator.witness.WitnessReport.FillReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageFaultsTest {

    private static final String EXECUTION = "11";
    private static final String STATUS = "3";
    private static final String COMMISSION = "59";

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

    private MessageFaults messages() {
        return simulator.faults().messages();
    }

    private List<String> fill(int orderId) {
        client.place(orderId, "SPY", "BUY", "10", "", "DAY");
        return drainKinds();
    }

    private List<String> drainKinds() {
        return client.drain().stream()
                .map(List::getFirst)
                .filter(List.of(EXECUTION, STATUS, COMMISSION)::contains)
                .toList();
    }

    @Test
    void withholdsSoManyEvents() {
        messages().withhold("COMMISSION_REPORT", 1, 1);

        assertThat(fill(1)).contains(EXECUTION).doesNotContain(COMMISSION);
        assertThat(fill(2)).contains(EXECUTION, COMMISSION);
    }

    @Test
    void bringsExecutionsLateAndTwice() {
        messages().delay("EXECUTION_DATA", null, null, Duration.ofSeconds(5));
        List<String> early = fill(1);
        messages().end("EXECUTION_DATA");
        time.advance(Duration.ofSeconds(5));
        List<String> late = drainKinds();
        messages().duplicate("EXECUTION_DATA", null, null, 1);

        assertThat(early).doesNotContain(EXECUTION).contains(STATUS);
        assertThat(late).containsExactly(EXECUTION);
        assertThat(fill(2))
                .containsOnlyOnce(COMMISSION)
                .filteredOn(EXECUTION::equals)
                .hasSize(2);
    }

    @Test
    void bringsTheCommissionBeforeItsExecution() {
        messages().putAfter("EXECUTION_DATA", null, null, "COMMISSION_REPORT");

        List<String> told = fill(1);

        assertThat(told.indexOf(COMMISSION)).isLessThan(told.indexOf(EXECUTION));
    }

    @Test
    void leavesEveryEndMarkerOut() {
        messages().withhold("*_END", null, null);
        client.send(61, 1);
        client.send(5, 1);

        assertThat(client.drain()).isEmpty();
    }

    @Test
    void ignoresRefusesAndDelaysRequests() {
        messages().ignore("REQ_POSITIONS", null, 1);
        messages().refuse("REQ_MKT_DATA", null, 1, 354, "not subscribed");
        messages().answerLate("REQ_OPEN_ORDERS", null, 1, Duration.ofSeconds(3));
        client.send(61, 1);
        client.send(1, 11, 9, 0, "SPY", "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, "");
        client.send(5, 1);
        List<List<String>> atOnce = client.drain();
        time.advance(Duration.ofSeconds(3));

        assertThat(atOnce)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .startsWith("4", "9", "354", "not subscribed");
        assertThat(client.drain()).extracting(List::getFirst).containsExactly("53");
    }

    @Test
    void refusesCancelsAndLeavesTheOrderAlive() {
        client.place(1, "SPY", "BUY", "10", "1.00", "GTC");
        client.drain();
        simulator.faults().orders().refuseCancels("PendingCancel");
        client.send(4, 1, "", "", 2147483647);

        assertThat(client.drain())
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .startsWith("4", "1", "10148");
        client.send(58, "", 2147483647);
        assertThat(client.drain())
                .as("the global cancel")
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .startsWith("4", "1", "10148");
        assertThat(simulator.state().openOrders()).hasSize(1);
    }

    @Test
    void correctsAndBustsTheNewestExecution() {
        fill(1);
        simulator.faults().orders().correct(null, new BigDecimal("1.23"));
        List<List<String>> corrected = client.drain();
        String execId = simulator.executions().getLast().execId();
        List<FillReport> witnessed = simulator.witness().report().fills();
        simulator.faults().orders().bust(execId);

        assertThat(corrected)
                .anySatisfy(message -> assertThat(message).startsWith(EXECUTION).contains("1.23"));
        assertThat(witnessed)
                .singleElement()
                .satisfies(fill -> assertThat(fill.price()).isEqualByComparingTo("1.23"));
        assertThat(simulator.witness().report().fills()).isEmpty();
        assertThat(simulator.executions()).isEmpty();
        assertThat(simulator.state().accounts().getFirst().positions())
                .allSatisfy(position -> assertThat(position.quantity()).isZero());
        assertThatIllegalStateException()
                .isThrownBy(() -> simulator.faults().orders().bust(execId))
                .withMessageContaining("there is no execution " + execId);
    }

    @Test
    void takesOrdersTypedIntoTheGateway() {
        simulator.faults().orders().placeManually("SPY", true, new BigDecimal("10"), new BigDecimal("1.00"));
        client.send(16, 1);

        assertThat(client.drain()).extracting(List::getFirst).contains("5", "3");
    }

    @Test
    void saysThingsWithoutACause() {
        client.place(7, "SPY", "BUY", "10", "1.00", "GTC");
        client.send(1, 11, 9, 0, "SPY", "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, "");
        client.drain();
        messages().send(1, -1, 100, "too fast");
        simulator.faults().orders().say(null, null, 10349, "Order TIF was set to DAY");
        messages().toSubscriptions(SubscriptionKind.MARKET_DATA, null, 10225, "bust");
        messages().sendNextId(null, 3);

        assertThat(client.drain())
                .extracting(message -> String.join(" ", message.subList(0, 3)))
                .containsExactly("4 -1 100", "4 7 10349", "4 9 10225", "9 1 3");
    }

    @Test
    void stormsAtTheWantedRate() {
        messages().storm(250, Duration.ofSeconds(2));
        time.advance(Duration.ofSeconds(1));
        int first = client.drain().size();
        time.advance(Duration.ofSeconds(5));

        assertThat(first).isBetween(249, 253);
        assertThat(first + client.drain().size()).isEqualTo(500);
    }

    @Test
    void sendsFramesThatAreNoMessages() {
        simulator.faults().link().sendBroken(1, BrokenFrame.UNKNOWN_MESSAGE);
        simulator.faults().link().sendBroken(1, BrokenFrame.CUT_SHORT);

        assertThat(client.drain()).containsExactly(List.of("999", "1"), List.of("3", "7"));
    }

    @Test
    void refusesNamesItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages().withhold("EXECUTION_DAT", null, null))
                .withMessage("there is no event EXECUTION_DAT: write EXECUTION_DATA");
    }
}
