package com.quanticity.ibkr.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.account.AccountOptions;
import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of an advisor for a group of accounts. */
class AdvisorOrdersTest {

    private GatewaySimulator simulator;
    private TestClient client;

    @BeforeEach
    void start() {
        simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                .withAccounts(AccountOptions.parse("DF100:margin:1000,DU1:margin:300000,DU2:margin:100000"))
                .withTime(SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"))));
        client = TestClient.start(simulator, 1);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private static TestOrder order(int id, String group, String method) {
        return TestOrder.buy(id, 100, "MKT")
                .with("symbol", "SPY")
                .with("faGroup", group)
                .with("faMethod", method);
    }

    private List<String> shares(TestOrder order) {
        client.send(order.frame());
        return client.drain().stream()
                .filter(message -> message.getFirst().equals("11"))
                .map(message -> message.get(16) + " " + message.get(19))
                .toList();
    }

    @Test
    void sharesOutByTheMethodOfTheGroupOrOfTheOrder() {
        assertThat(shares(order(1, "All accounts", ""))).containsExactly("DU1 75", "DU2 25");
        assertThat(shares(order(2, "All accounts", "EqualQuantity"))).containsExactly("DU1 50", "DU2 50");
        assertThat(simulator.state().openOrders()).isEmpty();
    }

    @Test
    void takesGroupsThatTheAdvisorSetsUp() {
        client.send(
                19,
                1,
                1,
                "<ListOfGroups><Group><name>one</name><defaultMethod>EqualQuantity</defaultMethod>"
                        + "<ListOfAccts><Account><acct>DU2</acct></Account></ListOfAccts></Group></ListOfGroups>",
                5);
        client.drain();

        assertThat(shares(order(1, "one", ""))).containsExactly("DU2 100");
    }

    @Test
    void refusesWhatCannotBeSharedOut() {
        client.send(order(1, "nobody", "").frame());
        client.send(order(2, "All accounts", "PctChange").frame());
        client.send(order(3, "All accounts", "").with("account", "DU1").frame());

        assertThat(client.drain())
                .extracting(OrderFloor::brief)
                .containsExactly("1 message 333", "2 message 10012", "3 message 333");
    }

    private static TestOrder change(int id, Object size, String percentage) {
        return order(id, "All accounts", "PctChange")
                .with("totalQuantity", size)
                .with("faPercentage", percentage);
    }

    @Test
    void changesEachPositionByAPercentage() {
        assertThat(shares(order(1, "All accounts", ""))).containsExactly("DU1 75", "DU2 25");

        assertThat(shares(change(2, "", "40"))).containsExactly("DU1 30", "DU2 10");
        assertThat(shares(change(3, 0, "50").with("action", "SELL"))).containsExactly("DU1 52", "DU2 17");
    }

    @Test
    void refusesAPercentageOfNothing() {
        client.send(change(1, 100, "50").frame());
        client.send(change(2, "", "half").frame());
        client.send(change(3, "", "50").frame());

        assertThat(client.drain())
                .extracting(OrderFloor::brief)
                .containsExactly("1 message 144", "2 message 10012", "3 message 333");
    }

    @Test
    void rejectsAnOrderThatOneOfTheAccountsCannotCarry() {
        client.send(order(1, "All accounts", "EqualQuantity")
                .with("totalQuantity", 1000)
                .frame());

        assertThat(client.drain())
                .extracting(OrderFloor::brief)
                .containsExactly("1 message 201", "1 order", "1 Inactive 0/1000");
    }
}
