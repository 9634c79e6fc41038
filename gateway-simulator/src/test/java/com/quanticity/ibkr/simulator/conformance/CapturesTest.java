package com.quanticity.ibkr.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.account.AccountKind;
import com.quanticity.ibkr.simulator.account.AccountOptions;
import com.quanticity.ibkr.simulator.account.AccountOptions.AccountTerms;
import com.quanticity.ibkr.simulator.conformance.Capture.Exchange;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import com.quanticity.ibkr.simulator.session.SessionOptions;
import com.quanticity.ibkr.simulator.session.StartBurst;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Sends what the clients of live captures sent, at the captured time, and compares the answers message for message, with the fields
 * that the publisher kept. Orders are compared in {@code OrderCapturesTest}.
 */
class CapturesTest {

    private static final String REQUEST = "7";
    private static final Duration GATEWAY_THINKS = Duration.ofSeconds(5);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    private static SimulatorConfig setUpAs(Capture capture) {
        return SimulatorConfig.defaults()
                .withTime(SimulatorTime.stepped(capture.start()))
                .withMarketData(MarketOptions.defaults().withHours(MarketOptions.Hours.REAL))
                .withAccount(capture.account())
                .withSession(SessionOptions.defaults()
                        .withLoginZone(capture.zone())
                        .withStartBurst(StartBurst.defaults().withNotices(notices(capture))));
    }

    private static List<StartBurst.Notice> notices(Capture capture) {
        return capture.startBurst().stream()
                .filter(line -> line.get("msg").asString().equals("ERR_MSG"))
                .map(line -> line.get("fields"))
                .map(fields -> new StartBurst.Notice(
                        fields.get("errorCode").asInt(), fields.get("errorMsg").asString()))
                .toList();
    }

    private TestClient connect(GatewaySimulator simulator) {
        opened.push(simulator);
        TestClient client = TestClient.connect(simulator.port(), 200);
        opened.push(client);
        client.send(71, 2, 1, "");
        return client;
    }

    private TestClient start(SimulatorConfig config) {
        TestClient client = connect(GatewaySimulator.start(config));
        client.drain();
        return client;
    }

    private List<List<String>> ask(TestClient client, Object... fields) {
        client.send(fields);
        List<List<String>> answer = new ArrayList<>(client.drain());
        simulator().advance(GATEWAY_THINKS);
        answer.addAll(client.drain());
        return answer;
    }

    private GatewaySimulator simulator() {
        return (GatewaySimulator) opened.getLast();
    }

    /** The stock AAPL as every one of these captures asks for it. */
    private static Object[] request(List<Object> before, Object... after) {
        List<Object> fields = new ArrayList<>(before);
        fields.addAll(List.of(0, "AAPL", "STK", "", "0.0", "", "", "SMART", "", "USD", "", ""));
        fields.addAll(List.of(after));
        return fields.toArray();
    }

    private static String text(JsonNode fields, String name) {
        return fields.get(name).asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17",
                "18", "19", "20", "21"
            })
    void beginsTheSessionAsTheCapturedGateway(String number) {
        Capture capture = Capture.numbered(number);
        GatewaySimulator simulator = GatewaySimulator.start(setUpAs(capture));
        useOrderIdsBefore(capture.nextOrderId(), simulator);

        TestClient client = connect(simulator);

        assertThat(client.hello()).containsExactly("200", capture.connectionTime());
        assertThat(client.drain().stream().map(Told::of))
                .containsExactlyElementsOf(
                        capture.startBurst().stream().map(Told::of).toList());
    }

    /** The client of the capture had been there before. */
    private static void useOrderIdsBefore(int nextOrderId, GatewaySimulator simulator) {
        if (nextOrderId > 1) {
            try (TestClient before = TestClient.connect(simulator.port(), 200)) {
                before.send(71, 2, 1, "");
                before.place(nextOrderId - 1, "AAPL", "BUY", "1", "LMT", "10", "GTC", false, "");
                before.drain();
            }
            Awaitility.await().until(() -> simulator.state().clients().isEmpty());
        }
    }

    @Test
    void tradesAFutureAsInCapture08() {
        Capture capture = Capture.numbered("08");
        TestClient client = start(setUpAs(capture));

        for (Exchange exchange : capture.exchanges()) {
            JsonNode order = exchange.fields().get("order");
            List<List<String>> answer = ask(
                    client,
                    TestOrder.of(exchange.fields().get("orderId").asInt())
                            .with("conId", text(exchange.fields().get("contract"), "conId"))
                            .with("symbol", "MES")
                            .with("secType", "FUT")
                            .with("exchange", "CME")
                            .with("action", text(order, "action"))
                            .with("totalQuantity", text(order, "totalQuantity"))
                            .frame());

            assertThat(answer.stream().map(Told::of))
                    .containsSubsequence(
                            exchange.answers().stream().map(Told::of).toList());
        }
    }

    @Test
    void listsACompletedOrderAsInCapture11() {
        Capture capture = Capture.numbered("11");
        TestClient client = start(setUpAs(capture));
        ask(
                client,
                TestOrder.buy(1000, 1, "LMT")
                        .with("symbol", "AAPL")
                        .limit("1")
                        .tif("GTC")
                        .staged()
                        .frame());
        ask(
                client,
                TestOrder.sell(1001, 1, "LMT")
                        .with("symbol", "AAPL")
                        .limit("500")
                        .tif("GTC")
                        .child(1000)
                        .frame());
        ask(client, 4, 1000, "", "", 2147483647);

        List<List<String>> answer = ask(client, 99, 1);

        JsonNode captured = capture.exchanges().getFirst().answers().getFirst();
        assertThat(answer).extracting(List::getFirst).containsExactly("101", "101", "102");
        assertThat(Told.of(answer.get(1))).isEqualTo(Told.of(captured));
        assertThat(withoutNumbersAndTimes(answer.get(1)))
                .isEqualTo(withoutNumbersAndTimes(Told.fieldsOfFrame(captured)));
    }

    /** Account-wide numbers, account and time of the cancel are the simulator's own; the zone has two names. */
    private static List<String> withoutNumbersAndTimes(List<String> fields) {
        return fields.stream()
                .map(field -> field.replaceAll("\\.0$", ""))
                .map(field -> field.replace("Central European Standard Time", "CET"))
                .map(field -> field.matches("100\\d|\\d{15}|DU\\d+|.*US/Eastern") ? "own" : field)
                .toList();
    }

    @Test
    void sumsAnAccountUpAsInCapture15() {
        Capture capture = Capture.numbered("15");
        Exchange summary = capture.exchanges().getFirst();
        TestClient client = start(setUpAs(capture)
                .withAccounts(AccountOptions.of(new AccountTerms(
                        capture.account(), AccountKind.MARGIN, "EUR", Map.of("EUR", new BigDecimal("68000"))))));

        List<List<String>> answer =
                ask(client, 62, 1, REQUEST, text(summary.fields(), "group"), text(summary.fields(), "tags"));

        List<List<String>> expected = new ArrayList<>();
        for (JsonNode row : summary.answers("ACCOUNT_SUMMARY")) {
            expected.add(List.of("63", REQUEST, text(row, "account"), text(row, "tag"), text(row, "currency")));
        }
        expected.add(List.of("64", REQUEST));
        assertThat(answer.stream()
                        .map(row -> row.getFirst().equals("63")
                                ? List.of("63", row.get(2), row.get(3), row.get(4), row.get(6))
                                : List.of(row.getFirst(), row.get(2))))
                .containsExactlyElementsOf(expected);
        assertThat(ask(client, 63, 1, REQUEST)).isEmpty();
    }

    @Test
    void describesAStockAsInCapture16() {
        Capture capture = Capture.numbered("16");
        TestClient client = start(setUpAs(capture));

        List<List<String>> answer = ask(client, request(List.of(9, 8, REQUEST), 0, "", "", ""));

        JsonNode details =
                capture.exchanges().getFirst().answers("CONTRACT_DATA").getFirst();
        JsonNode contract = details.get("contract");
        assertThat(answer).extracting(List::getFirst).containsExactly("10", "52");
        assertThat(answer.getFirst())
                .startsWith("10", REQUEST, text(contract, "symbol"), text(contract, "secType"))
                .containsSubsequence(
                        text(contract, "exchange"),
                        text(contract, "currency"),
                        text(contract, "localSymbol"),
                        text(details, "marketName"),
                        text(contract, "tradingClass"),
                        text(contract, "conId"),
                        text(details, "minTick"),
                        text(details, "longName"),
                        text(contract, "primaryExchange"),
                        text(details, "timeZoneId"));
    }

    @Test
    void tellsTheHoursOfADayAsInCapture17() {
        Capture capture = Capture.numbered("17");
        TestClient client = start(setUpAs(capture));

        List<List<String>> answer = ask(client, bars(capture.exchanges().getFirst()));

        assertThat(answer).extracting(List::getFirst).containsExactly("17", "108");
        assertThat(dates(answer.getFirst()))
                .containsExactlyElementsOf(capturedDates(capture.exchanges().getFirst()));
    }

    @Test
    void endsEachAnswerWithAFrameOfItsOwnAsInCapture18() {
        Capture capture = Capture.numbered("18");
        TestClient client = start(setUpAs(capture));

        for (Exchange exchange : capture.exchanges()) {
            List<List<String>> answer = ask(client, bars(exchange));

            assertThat(answer).extracting(List::getFirst).containsExactly("17", "108");
            assertThat(dates(answer.getFirst())).containsAll(capturedDates(exchange));
            assertThat(answer.getLast().get(2)).matches("\\d{8} \\d\\d:\\d\\d:\\d\\d US/Eastern");
        }
    }

    private static Object[] bars(Exchange exchange) {
        JsonNode fields = exchange.fields();
        String end = text(fields, "endDateTime");
        return request(
                List.of(20, REQUEST),
                0,
                end.startsWith("$") ? "" : end,
                text(fields, "barSizeSetting"),
                text(fields, "durationStr"),
                text(fields, "useRTH"),
                text(fields, "whatToShow"),
                1,
                0,
                "");
    }

    private static List<String> dates(List<String> answer) {
        List<String> dates = new ArrayList<>();
        for (int i = 3; i < answer.size(); i += 8) {
            dates.add(answer.get(i));
        }
        return dates;
    }

    private static List<String> capturedDates(Exchange exchange) {
        return exchange.answers("HISTORICAL_DATA")
                .getFirst()
                .get("bars")
                .valueStream()
                .map(bar -> text(bar, "date"))
                .toList();
    }

    @Test
    void schedulesAMonthAsInCapture19() {
        Capture capture = Capture.numbered("19");
        TestClient client = start(setUpAs(capture));

        List<List<String>> answer = ask(client, bars(capture.exchanges().getFirst()));

        JsonNode schedule =
                capture.exchanges().getFirst().answers("HISTORICAL_SCHEDULE").getFirst();
        List<String> expected = new ArrayList<>(List.of(
                "106",
                REQUEST,
                text(schedule, "startDateTime"),
                text(schedule, "endDateTime"),
                text(schedule, "timeZone"),
                Integer.toString(schedule.get("sessions").size())));
        for (JsonNode session : schedule.get("sessions")) {
            expected.addAll(
                    List.of(text(session, "startDateTime"), text(session, "endDateTime"), text(session, "refDate")));
        }
        assertThat(answer).containsExactly(expected);
    }

    @Test
    void refusesRealTimeBarsAsInCapture20() {
        Capture capture = Capture.numbered("20");
        Entitlements none = Entitlements.of(Set.of(), Set.of("AAPL"), Set.of(), Set.of());
        TestClient client =
                start(setUpAs(capture).withMarketData(MarketOptions.defaults().withEntitlements(none)));

        List<List<String>> answer = ask(client, request(List.of(50, 3, REQUEST), 5, "TRADES", 1, ""));

        JsonNode refusal = capture.exchanges().getFirst().answers("ERR_MSG").getFirst();
        assertThat(answer.stream().map(Told::of))
                .containsExactly(List.of("4", REQUEST, text(refusal, "errorCode"), text(refusal, "errorMsg")));
    }

    @Test
    void tellsTheTimeAsInCapture21() {
        Capture capture = Capture.numbered("21");
        TestClient client = start(setUpAs(capture));

        client.send(49, 1);

        JsonNode captured =
                capture.exchanges().getFirst().answers("CURRENT_TIME").getFirst();
        List<String> answer = client.next();
        assertThat(answer).startsWith("49", "1").hasSize(3);
        assertThat(Long.parseLong(answer.getLast()) - captured.get("time").asLong())
                .isBetween(0L, 1L);
    }
}
