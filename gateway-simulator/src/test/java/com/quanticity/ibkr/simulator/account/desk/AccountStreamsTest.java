package com.quanticity.ibkr.simulator.account.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.account.AccountOptions;
import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.peer.TestOrders;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountStreamsTest {

    private static final String UNSET = "1.7976931348623157E308";

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));
    private GatewaySimulator simulator = start("DU100:margin:100000,DU200:cash:50000");
    private TestClient client = TestClient.start(simulator, 1);
    private int orders;

    private GatewaySimulator start(String accounts) {
        return GatewaySimulator.start(
                SimulatorConfig.defaults().withTime(time).withAccounts(AccountOptions.parse(accounts)));
    }

    private void restartWith(String accounts) {
        stop();
        simulator = start(accounts);
        client = TestClient.start(simulator, 1);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private void buy(String account, String symbol, String quantity) {
        Object[] order = TestOrders.placeOrder(200, nextOrder(), symbol, "BUY", quantity, "MKT", "", "DAY", true, "x");
        order[23] = account;
        client.send(order);
        client.untilId(59);
        client.drain();
    }

    private int nextOrder() {
        return ++orders;
    }

    private static List<String> kinds(List<List<String>> messages) {
        return messages.stream().map(List::getFirst).distinct().toList();
    }

    @Test
    void namesAllAccountsAtTheStart() {
        client.send(17, 1);

        assertThat(client.next()).containsExactly("15", "1", "DU100,DU200");
    }

    @Test
    void refusesAnOrderThatNamesNoneOfThem() {
        client.place(1, "SPY", "BUY", "1", "", "DAY");

        assertThat(client.next()).startsWith("4", "1", "435");
    }

    @Test
    void asksAnAdvisorForAnAllocation() {
        restartWith("DF100:margin:0,DU100:margin:1000");
        client.place(1, "SPY", "BUY", "1", "", "DAY");

        assertThat(client.next()).startsWith("4", "1", "436");
    }

    @Test
    void letsACashAccountSellOnlyWhatItHolds() {
        restartWith("DU200:cash:50000");
        client.place(nextOrder(), "SPY", "SELL", "1", "", "DAY");

        assertThat(client.next()).startsWith("4", "1", "201").anyMatch(text -> text.contains("cash account"));
    }

    @Test
    void lendsNothingBelowTheLeastEquity() {
        restartWith("DU100:margin:1500");
        client.place(nextOrder(), "SPY", "BUY", "3", "", "DAY");

        assertThat(client.next()).startsWith("4", "1", "201").anyMatch(text -> text.contains("Minimum of 2000"));
    }

    @Test
    void summarisesTheTagsOfAllAccountsSortedByName() {
        client.send(62, 1, 9, "All", "TotalCashValue,NetLiquidation,BuyingPower");

        assertThat(client.untilId(64))
                .containsExactly(
                        List.of("63", "1", "9", "DU100", "BuyingPower", "200000.00", "USD"),
                        List.of("63", "1", "9", "DU100", "NetLiquidation", "100000.00", "USD"),
                        List.of("63", "1", "9", "DU100", "TotalCashValue", "100000.00", "USD"),
                        List.of("63", "1", "9", "DU200", "BuyingPower", "50000.00", "USD"),
                        List.of("63", "1", "9", "DU200", "NetLiquidation", "50000.00", "USD"),
                        List.of("63", "1", "9", "DU200", "TotalCashValue", "50000.00", "USD"),
                        List.of("64", "1", "9"));
    }

    /** Capture 15. */
    @Test
    void reportsASummaryInTheAccountsOwnCurrency() {
        restartWith("DU9000001:cash:12000:EUR");
        client.send(62, 1, 1, "All", "NetLiquidation,TotalCashValue,BuyingPower,ExcessLiquidity");

        assertThat(client.untilId(64))
                .extracting(message -> message.size() > 4 ? message.get(4) + " " + message.getLast() : "end")
                .containsExactly(
                        "BuyingPower EUR", "ExcessLiquidity EUR", "NetLiquidation EUR", "TotalCashValue EUR", "end");
    }

    @Test
    void relaysTheLedgerOfEachCurrency() {
        simulator.accounts().deposit("DU100", "EUR", new BigDecimal("1000"));
        client.send(62, 1, 9, "All", "$LEDGER:ALL");

        assertThat(client.untilId(64))
                .contains(
                        List.of("63", "1", "9", "DU100", "CashBalance", "101100.00", "BASE"),
                        List.of("63", "1", "9", "DU100", "CashBalance", "100000.00", "USD"),
                        List.of("63", "1", "9", "DU100", "CashBalance", "1000.00", "EUR"),
                        List.of("63", "1", "9", "DU100", "ExchangeRate", "1.1", "EUR"),
                        List.of("63", "1", "9", "DU200", "CashBalance", "50000.00", "BASE"));
    }

    @Test
    void summarisesAnAdvisorsGroup() {
        restartWith("DF100:margin:0,DU100:margin:1000,DU200:cash:50000");
        client.send(
                19,
                1,
                1,
                "<ListOfGroups><Group><name>one</name><ListOfAccts><Account><acct>DU200</acct></Account>"
                        + "</ListOfAccts></Group></ListOfGroups>",
                5);
        client.send(62, 1, 9, "one", "NetLiquidation");

        assertThat(client.untilId(64))
                .filteredOn(message -> message.getFirst().equals("63"))
                .containsExactly(List.of("63", "1", "9", "DU200", "NetLiquidation", "50000.00", "USD"));
    }

    @Test
    void refusesAnUnknownGroup() {
        client.send(62, 1, 9, "Friends", "NetLiquidation");

        assertThat(client.next()).startsWith("4", "9", "321");
    }

    /** Capture 30. */
    @Test
    void downloadsOneAccount() {
        buy("DU100", "SPY", "10");
        client.send(6, 2, 1, "DU100");

        List<List<String>> download = client.untilId(54);
        assertThat(kinds(download)).containsExactly("6", "7", "8", "54");
        assertThat(download)
                .contains(
                        List.of("6", "2", "AccountReady", "true", "", "DU100"),
                        List.of("6", "2", "InitMarginReq-C", "0.00", "USD", "DU100"))
                .contains(List.of("8", "1", "10:00"), List.of("54", "1", "DU100"));
        assertThat(download)
                .filteredOn(message -> message.getFirst().equals("7"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .startsWith("7", "8", "756733", "SPY", "STK", "")
                        .contains("10", "DU100"));
    }

    @Test
    void tellsOfAFillAtOnceAndOfPricesLater() {
        client.send(6, 2, 1, "DU100");
        client.untilId(54);

        buy("DU100", "SPY", "10");
        client.send(49, 1);
        client.untilId(49);
        time.advance(Duration.ofMinutes(3));

        assertThat(kinds(client.drain())).contains("6", "7", "8");
    }

    @Test
    void holdsOneAccountAtATimeForAllClients() {
        client.send(6, 2, 1, "DU100");
        client.untilId(54);
        try (TestClient other = TestClient.start(simulator, 2)) {
            other.send(6, 2, 1, "DU200");
            assertThat(other.next()).startsWith("4", "-1", "2101");
        }
        client.send(6, 2, 1, "DU200");

        assertThat(client.next()).startsWith("4", "-1", "2100");
        assertThat(client.untilId(54).getLast()).containsExactly("54", "1", "DU200");
    }

    @Test
    void saysWhenItsValuesCannotBeTrusted() {
        client.send(6, 2, 1, "DU100");
        client.untilId(54);

        simulator.accounts().setReady(false);

        assertThat(client.drain()).contains(List.of("6", "2", "AccountReady", "false", "", "DU100"));
    }

    /** Capture 36. */
    @Test
    void endsTheListOfPositionsWhenThereAreNone() {
        client.send(61, 1);

        assertThat(client.drain()).containsExactly(List.of("62", "1"));
    }

    @Test
    void listsPositionsByAccount() {
        buy("DU200", "SPY", "10");
        client.send(74, 1, 5, "DU200", "");

        List<List<String>> rows = client.untilId(72);
        assertThat(rows.getFirst()).startsWith("71", "1", "5", "DU200", "756733", "SPY", "STK");
        assertThat(rows.getLast()).containsExactly("72", "1", "5");

        client.send(74, 1, 6, "DU100", "");
        assertThat(client.drain()).containsExactly(List.of("72", "1", "6"));
        client.send(74, 1, 7, "DU999", "");
        assertThat(client.next()).startsWith("4", "7", "321");
        client.send(74, 1, 5, "DU200", "");
        assertThat(client.next()).startsWith("4", "5", "322");
        client.send(75, 1, 5);
        client.send(74, 1, 5, "DU200", "");
        assertThat(client.untilId(72).getLast()).containsExactly("72", "1", "5");
    }

    @Test
    void updatesSeveralAccountsById() {
        client.send(76, 1, 3, "DU100", "", 1);
        client.send(76, 1, 4, "DU200", "", 0);

        assertThat(client.untilId(74))
                .contains(List.of("73", "1", "3", "DU100", "", "NetLiquidation", "100000.00", "USD"))
                .noneMatch(row -> row.contains("BuyingPower"));
        assertThat(client.untilId(74)).contains(List.of("73", "1", "4", "DU200", "", "BuyingPower", "50000.00", "USD"));
        client.send(77, 1, 3);
        client.send(76, 1, 3, "DU100", "", 1);
        assertThat(client.untilId(74).getLast()).containsExactly("74", "1", "3");
    }

    @Test
    void streamsProfitEachSecondWhileItChanges() {
        client.send(92, 1, "DU100", "");
        client.send(94, 2, "DU100", "", 756733);
        assertThat(client.drain())
                .containsExactly(
                        List.of("94", "1", "0.00", "0.00", "0.00"),
                        List.of("95", "2", "0", UNSET, UNSET, UNSET, UNSET));

        buy("DU100", "SPY", "10");
        time.advance(Duration.ofSeconds(2));

        List<List<String>> rows = client.drain();
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("95", "2", "10"));
        assertThat(rows).filteredOn(row -> row.getFirst().equals("94")).hasSizeLessThanOrEqualTo(2);
        client.send(93, 1);
        client.send(95, 2);
        client.drain();
        time.advance(Duration.ofSeconds(5));
        assertThat(client.drain()).isEmpty();
    }

    @Test
    void liquidatesAnAccountWithoutExcessLiquidity() {
        restartWith("DU100:margin:10000");
        buy("DU100", "SPY", "15");
        client.place(90, "SPY", "BUY", "1", "1.00", "GTC");
        client.drain();
        simulator.accounts().deposit("DU100", "USD", new BigDecimal("-8000"));
        simulator.accounts().liquidate(true);

        assertThat(client.drain()).extracting(OrderFloor::brief).startsWith("90 Cancelled 0/1", "90 message 202");

        client.send(7, 3, 8, 0, "", "", "", "", "", "", 2147483647, 0);
        List<List<String>> executions = client.untilId(55);
        assertThat(simulator.state().accounts().getFirst().positions())
                .allSatisfy(position -> assertThat(position.quantity()).isZero());
        assertThat(executions)
                .filteredOn(row -> row.getFirst().equals("11"))
                .extracting(row ->
                        row.get(18) + " " + row.get(19) + " client " + row.get(22) + " liquidation " + row.get(23))
                .last()
                .isEqualTo("SLD 15 client 0 liquidation 1");
    }
}
