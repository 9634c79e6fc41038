package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.subscription.QuietTimes;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.market.MarketStatus.State;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.Alarm.Phase;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.simulator.FarmNotice;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.market.Entitlements.Feed;
import com.quanticity.ibkr.simulator.market.Entitlements.Right;
import com.quanticity.ibkr.simulator.witness.WitnessReport.ClientReport;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** Level 1 of the whole service: what is watched, what the login may see, and what that means for orders. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(
        properties = {
            "ibkr.gateway.subscriptions.refused-retry=500ms",
            "ibkr.gateway.subscriptions.line-retry=500ms",
            "ibkr.gateway.subscriptions.first-data=3s",
            "ibkr.gateway.subscriptions.retry-initial=500ms",
            "ibkr.gateway.liveness.probe-interval=2s",
            "ibkr.gateway.liveness.probe-timeout=4s",
            "ibkr.adapter.level1.line-probe=1s",
            "ibkr.adapter.level1.quiet-allowance[AAPL]=3s",
            "ibkr.adapter.bars.symbols=SPY"
        })
class MarketDataIT extends AdapterHarness {

    private static final String WATCH_LIST = "/api/v1/watch-list";

    /** The simulated market is always open; what the calendar of the test's day excuses must not hide a dead feed. */
    @TestConfiguration(proxyBeanMethods = false)
    static class NothingIsExcused {

        @Bean
        @Primary
        QuietTimes neverQuiet() {
            return QuietTimes.UNKNOWN;
        }
    }

    @Autowired
    GatewaySession session;

    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    private final List<MarketStatus> statuses = new CopyOnWriteArrayList<>();
    private final List<StreamSubscription> tails = new ArrayList<>();

    @BeforeEach
    void listen() {
        tails.add(bus.tail(Topics.OPS_ALARM, TailFrom.NOW, message -> alarms.add(message.data())));
        tails.add(bus.tail(Topics.MARKET_STATUS, TailFrom.NOW, message -> statuses.add(message.data())));
    }

    @AfterEach
    void everythingIsAllowedAgain() throws Exception {
        send("DELETE", WATCH_LIST + "/QQQ", "");
        tails.forEach(StreamSubscription::close);
        gateway().faults().clear();
        gateway().faults().data().restoreLimits();
        gateway().faults().data().restoreEntitlements();
        database.update("delete from adapter.ib_watch_list");
    }

    @Test
    @Order(1)
    void tellsFactsBesideTheQuoteWithExchangesByName() throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(quote("SPY"))
                        .doesNotContainEntry("vwap", "")
                        .doesNotContainEntry("lastTradeAt", "")
                        .doesNotContainEntry("bidExchangeNames", "")
                        .containsEntry("halted", "NO")
                        .containsEntry("shortable", "AVAILABLE")
                        .containsEntry("dataType", "LIVE"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(String.valueOf(quote("SPY").get("bidExchangeNames"))
                                .split(","))
                        .allMatch(name -> name.length() > 1));
        assertThat(get("/api/v1/quotes/SPY")).contains("\"shortable\":\"AVAILABLE\"", "\"minTick\":\"0.01\"");
        assertThat(send("GET", "/api/v1/quotes/NOSUCH", "").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void takesSnapshotsAndChargedOnesOnlyWithAKey() throws Exception {
        assertThat(send("POST", "/api/v1/snapshots/SPY", "").body())
                .contains("\"dataType\":\"LIVE\"", "\"regulatory\":false", "\"bid\":\"");
        assertThat(send("POST", "/api/v1/snapshots/SPY?regulatory=true", "").statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/api/v1/snapshots/NOSUCH", "").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void watchesAndEndsWatchingAtRunTime() throws Exception {
        assertThat(send("POST", WATCH_LIST, "{\"contract\":\"spy;x\"}").statusCode())
                .isEqualTo(400);
        HttpResponse<String> unknown = send("POST", WATCH_LIST, "{\"contract\":\"NOSUCH2\"}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("CONTRACT_UNKNOWN");

        assertThat(send("POST", WATCH_LIST, "{\"contract\":\"QQQ\"}").statusCode())
                .isEqualTo(200);
        assertThat(send("POST", WATCH_LIST, "{\"contract\":\"QQQ\"}").statusCode())
                .isEqualTo(200);
        await().atMost(PATIENCE).until(() -> hasQuote("QQQ"));
        assertThat(get(WATCH_LIST)).contains("\"symbol\":\"QQQ\"", "\"standing\":\"SUBSCRIBED\"");
        assertThat(count("select count(*) from adapter.ib_watch_list where symbol = 'QQQ' and wanted"))
                .isOne();

        assertThat(send("DELETE", WATCH_LIST + "/QQQ", "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", WATCH_LIST + "/QQQ", "").statusCode()).isEqualTo(204);
        await().atMost(PATIENCE).until(() -> !level1Symbols().contains("QQQ"));
        await().atMost(PATIENCE).until(() -> !hasQuote("QQQ"));
        assertThat(get("/api/v1/subscriptions")).doesNotContain("QQQ");
    }

    @Test
    @Order(4)
    void delayedDataPricesNoOrderAndIsReported() throws Exception {
        gateway().faults().data().entitle(new Entitlements.Rule("AAPL", Feed.LEVEL_1, Right.ONLY_DELAYED), true);
        awaitEntitlement("AAPL", "REFUSED");
        assertThat(get("/api/v1/entitlements?symbol=AAPL&kind=LEVEL_1")).contains("\"code\":10168", "\"action\":\"");
        assertDenied("AAPL");

        assertThat(send("PUT", "/api/v1/market-data-type", "{\"type\":\"DELAYED\"}")
                        .statusCode())
                .isEqualTo(200);
        awaitEntitlement("AAPL", "DELAYED_ONLY");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(quote("AAPL")).containsEntry("dataType", "DELAYED"));
        assertDenied("AAPL");

        send("PUT", "/api/v1/market-data-type", "{\"type\":\"LIVE\"}");
        gateway().faults().data().restoreEntitlements();
        awaitEntitlement("AAPL", "ENTITLED");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(quote("AAPL")).containsEntry("dataType", "LIVE"));
        awaitKinds(submit("AAPL", OrderType.MARKET, "1", null), "Executed");
    }

    @Test
    @Order(5)
    void linesGoToWhoComesFirstWhenTheBrokerHasFewer() throws Exception {
        gateway().faults().data().limit(limits -> limits.withLines(2, false));

        assertThat(send("POST", WATCH_LIST, "{\"contract\":\"QQQ\",\"priority\":200}")
                        .statusCode())
                .isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/api/v1/entitlements?symbol=QQQ&kind=LEVEL_1"))
                        .contains("\"code\":101", "NO_ROOM"));
        assertThat(level1Symbols()).contains("SPY", "AAPL").doesNotContain("QQQ");

        assertThat(send("PUT", WATCH_LIST + "/QQQ", "{\"priority\":1}").statusCode())
                .isEqualTo(200);
        await().atMost(PATIENCE).until(() -> level1Symbols().contains("QQQ"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(level1Symbols()).hasSize(2));
        awaitNoLineForASnapshot();

        gateway().faults().data().restoreLimits();
        assertThat(send("DELETE", WATCH_LIST + "/QQQ", "").statusCode()).isEqualTo(204);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(level1Symbols()).contains("SPY", "AAPL"));
    }

    /** Now and then one line more is tried; until it is refused there are three. */
    private void awaitNoLineForASnapshot() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> noLine = send("POST", "/api/v1/snapshots/SPY", "");
            assertThat(noLine.statusCode()).isEqualTo(409);
            assertThat(noLine.body()).contains("NO_LINE", "lines: 2 level 1, ");
        });
    }

    @Test
    @Order(6)
    void aCompetingSessionIsNamedOnceAndOnlyDataEndsIt() throws Exception {
        gateway().faults().startCompetingSession();
        awaitStatus("SPY", State.SILENT);
        awaitStatus("AAPL", State.SILENT);
        awaitState(SessionState.DEGRADED);
        await().atMost(PATIENCE).until(() -> !hasQuote("SPY") && !hasQuote("AAPL"));
        assertThat(get("/api/v1/subscriptions")).contains("no data during a competing live session");
        awaitKinds(submit("SPY", OrderType.MARKET, "1", null), "Denied");

        gateway().faults().announceFarm(FarmNotice.MARKET_DATA_OK, "usfarm");
        gateway().faults().endCompetingSession();

        awaitState(SessionState.READY);
        awaitStatus("SPY", State.LIVE);
        awaitStatus("AAPL", State.LIVE);
        await().atMost(PATIENCE).until(() -> hasQuote("SPY") && hasQuote("AAPL"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alarms)
                        .extracting(Alarm::kind, Alarm::phase)
                        .containsExactly(
                                tuple(AlarmKind.COMPETING_SESSION, Phase.RAISED),
                                tuple(AlarmKind.COMPETING_SESSION, Phase.CLEARED)));
    }

    @Test
    @Order(7)
    void aFarmThatBreaksForAMomentHidesItsPricesHoldsOrdersAndAlarmsNobody() {
        gateway().faults().breakFarm("usfarm", null, true);
        awaitState(SessionState.DEGRADED);
        awaitStatus("SPY", State.SILENT);
        await().atMost(Duration.ofSeconds(4)).until(() -> !hasQuote("SPY") && !hasQuote("AAPL"));
        awaitKinds(submit("SPY", OrderType.MARKET, "1", null), "Denied");
        long deadLine = requestOf("SPY");

        gateway().faults().mendFarm();

        awaitState(SessionState.READY);
        await().atMost(PATIENCE).until(() -> requestOf("SPY") > deadLine);
        awaitStatus("SPY", State.LIVE);
        long last = lastSequence("SPY");
        await().atMost(PATIENCE).until(() -> lastSequence("SPY") > last);
        awaitKinds(submit("SPY", OrderType.MARKET, "1", null), "Executed");
        assertThat(alarms).isEmpty();
    }

    @Test
    @Order(8)
    void aDeadFeedOfOneSymbolIsAnAlarmAndHealsAndTouchesNoOther() throws Exception {
        assertThat(get("/api/v1/subscriptions")).contains("\"allowedPause\":\"PT3S\"");
        long other = requestOf("SPY");

        gateway().faults().silence("AAPL");
        awaitStatus("AAPL", State.SILENT);
        await().atMost(PATIENCE).until(() -> !hasQuote("AAPL"));
        assertDenied("AAPL");
        awaitKinds(submit("SPY", OrderType.MARKET, "1", null), "Executed");

        gateway().faults().endSilence();
        awaitStatus("AAPL", State.LIVE);
        await().atMost(PATIENCE).until(() -> hasQuote("AAPL"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alarms)
                        .extracting(Alarm::kind, Alarm::subject, Alarm::phase)
                        .containsExactly(
                                tuple(AlarmKind.SUBSCRIPTION_SILENT, "LEVEL_1:AAPL", Phase.RAISED),
                                tuple(AlarmKind.SUBSCRIPTION_SILENT, "LEVEL_1:AAPL", Phase.CLEARED)));
        assertThat(requestOf("SPY")).isEqualTo(other);
        assertThat(statuses).noneMatch(status -> status.symbol().equals("SPY") && isLevel1(status));
    }

    @Test
    @Order(9)
    void aHaltIsToldUntilTradingGoesOn() throws Exception {
        gateway().faults().data().haltTrading("SPY", null);
        awaitStatus("SPY", State.HALTED);
        assertThat(get("/api/v1/subscriptions")).contains("\"halted\":\"VOLATILITY\"");

        gateway().faults().data().resumeTrading();
        awaitStatus("SPY", State.LIVE);
    }

    /** The gateway keeps the id of a connection that it has not noticed to be dead. */
    @Test
    @Order(10)
    void aHalfOpenSocketHidesPricesAndTheHeldIdIsWaitedFor() throws Exception {
        long before = connectionOf("SPY");

        gateway().faults().goHalfOpen(1, null);
        await().atMost(PATIENCE).until(() -> !hasQuote("SPY") && !hasQuote("AAPL"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alarms)
                        .extracting(Alarm::kind, Alarm::phase)
                        .contains(tuple(AlarmKind.CLIENT_ID_COLLISION, Phase.RAISED)));
        awaitKinds(submit("SPY", OrderType.MARKET, "1", null), "Denied");

        gateway().faults().endHalfOpen();
        awaitState(SessionState.READY);
        await().atMost(PATIENCE).until(() -> hasQuote("SPY") && hasQuote("AAPL"));
        assertThat(connectionOf("SPY")).isGreaterThan(before);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alarms)
                        .extracting(Alarm::kind, Alarm::phase)
                        .contains(tuple(AlarmKind.CLIENT_ID_COLLISION, Phase.CLEARED)));
        assertThat(level1Symbols()).containsExactlyInAnyOrder("SPY", "AAPL");
    }

    private long connectionOf(String symbol) {
        return Long.parseLong(String.valueOf(quote(symbol).get("connection")));
    }

    @Test
    @Order(11)
    void endsEveryStreamBeforeItLeaves() {
        long before = client().received("CANCEL_MKT_DATA");

        session.close();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(client().subscriptions().values()).allMatch(report -> report.now() == 0));
        assertThat(client().received("CANCEL_MKT_DATA") - before).isEqualTo(2);
    }

    private void assertDenied(String symbol) {
        ClientOrderId id = submit(symbol, OrderType.MARKET, "1", null);
        awaitKinds(id, "Denied");
        assertThat(last(id, OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.PRICE_NOT_LIVE);
    }

    private void awaitEntitlement(String symbol, String standing) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/api/v1/entitlements?kind=LEVEL_1&symbol=" + symbol))
                        .contains("\"standing\":\"" + standing + "\""));
    }

    /** What was told last of it. */
    private void awaitStatus(String symbol, State state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statuses)
                        .filteredOn(status -> status.symbol().equals(symbol) && isLevel1(status))
                        .extracting(MarketStatus::state)
                        .endsWith(state));
    }

    private static boolean isLevel1(MarketStatus status) {
        return status.kind().equals("LEVEL_1");
    }

    private static long requestOf(String symbol) {
        return gateway().state().clients().stream()
                .flatMap(client -> client.subscriptions().stream())
                .filter(line -> line.symbol().equals(symbol))
                .mapToLong(line -> line.requestId())
                .findFirst()
                .orElse(0);
    }

    private List<String> level1Symbols() {
        return gateway().state().clients().stream()
                .flatMap(client -> client.subscriptions().stream())
                .map(line -> line.symbol())
                .toList();
    }

    private static ClientReport client() {
        return gateway().witness().report().clients().stream()
                .filter(client -> client.clientId() == 1)
                .findFirst()
                .orElseThrow();
    }

    private String get(String path) throws IOException, InterruptedException {
        return send("GET", path, "").body();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
