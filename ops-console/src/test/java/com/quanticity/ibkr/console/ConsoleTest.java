package com.quanticity.ibkr.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.console.trading.TradingStateBook;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The console on a real Redis and PostgreSQL; the test plays the services on the streams. */
@NullUnmarked
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ConsoleTest {

    private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");
    private static final Order STORED_ORDER = Facts.order(Side.SELL, "QQQ", "5", "180.50");
    private static final ServicePeer PEER = new ServicePeer(
            List.of(Facts.snapshot(STORED_ORDER, OrderStatus.WORKING, 4, START)),
            List.of(Facts.ours("IWM", 3, "12", START)));
    private static long riskVersion;

    @LocalServerPort
    private int port;

    @Autowired
    private StreamBus bus;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TradingStateBook trading;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        RealRedis.register(registry);
        RealPostgres.register(registry);
        registry.add("ibkr.service.token", () -> "token-of-the-test");
        registry.add("ibkr.console.environment", () -> "SIM");
        List.of("ibkr-adapter", "risk-manager", "execution-replay", "execution-engine")
                .forEach(service -> registry.add("ibkr.console.services." + service, PEER::address));
        user(registry, 0, "trader", "trader");
        user(registry, 1, "officer", "risk_officer");
        user(registry, 2, "viewer", "viewer");
        user(registry, 3, "mate", "trader");
        user(registry, 4, "locked", "trader");
    }

    private static void user(DynamicPropertyRegistry registry, int index, String name, String role) {
        String prefix = "ibkr.console.users[" + index + "].";
        registry.add(prefix + "name", () -> name);
        registry.add(prefix + "password", () -> "{noop}" + Browser.PASSWORD);
        registry.add(prefix + "role", () -> role);
    }

    @AfterAll
    static void stopPeer() {
        PEER.close();
    }

    @AfterEach
    void bringServersBack() {
        if (!RealRedis.isRunning()) {
            RealRedis.start();
        }
        if (!RealPostgres.isRunning()) {
            RealPostgres.start();
        }
    }

    // --- login -------------------------------------------------------------------------------------------------

    @Test
    void asksForALogin() {
        try (Browser stranger = new Browser(port)) {
            HttpResponse<String> page = stranger.get("/");
            HttpResponse<String> stream = stranger.get("/live");

            assertThat(page.statusCode()).isEqualTo(302);
            assertThat(page.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
            assertThat(stream.statusCode()).isEqualTo(401);
            assertThat(stranger.get("/login").body()).contains("data-testid=\"login-username\"", "SIM");
            assertThat(stranger.get("/favicon.ico").statusCode()).isEqualTo(200);
            assertThat(stranger.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(stranger.get("/actuator/prometheus").body()).contains("console_viewers");
        }
    }

    @Test
    void sendsTheProtectiveHeadersAndAStrictCookie() {
        try (Browser stranger = new Browser(port)) {
            HttpResponse<String> login = stranger.get("/login");

            assertThat(login.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            assertThat(login.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(login.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(login.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"));
        }
    }

    @Test
    void locksALoginOutAfterFiveFailures() {
        try (Browser guesser = new Browser(port)) {
            for (int i = 0; i < 5; i++) {
                assertThat(location(guesser.login("locked", "wrong"))).endsWith("/login?wrong");
            }

            assertThat(location(guesser.login("locked", Browser.PASSWORD))).endsWith("/login?locked");
            assertThat(location(guesser.login("trader", Browser.PASSWORD))).endsWith("/");
        }
        awaitAudit("locked", "LOGIN", "REFUSED", 6);
    }

    @Test
    void refusesACommandWithoutItsToken() {
        try (Browser trader = Browser.of(port, "trader")) {
            HttpResponse<String> answer = trader.postWithoutToken("/commands/halt");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("out of date");
        }
    }

    @Test
    void showsAViewerTheHaltButtonAndRefusesTheCommand() {
        try (Browser viewer = Browser.of(port, "viewer")) {
            assertThat(viewer.page())
                    .containsPattern("id=\"halt\"[^>]*disabled")
                    .contains("halting needs the role trader");

            HttpResponse<String> answer = viewer.command("/commands/halt", Map.of());

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Ask a trader, a risk officer or an admin");
        }
        awaitAudit("viewer", "DENIED", "REFUSED", 1);
    }

    @Test
    void answersUnknownPathsWithAPage() {
        try (Browser trader = Browser.of(port, "trader")) {
            HttpResponse<String> nowhere = trader.get("/nowhere");

            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(nowhere.body()).contains("back to the console");
        }
    }

    @Test
    void endsTheStreamWithTheLogin() {
        try (Browser trader = Browser.of(port, "trader").live()) {
            trader.post("/logout", Map.of());

            trader.await(event -> event.name().equals("end"));

            assertThat(trader.get("/live").statusCode()).isEqualTo(401);
        }
        awaitAudit("trader", "LOGOUT", "DONE", 1);
    }

    // --- the page ----------------------------------------------------------------------------------------------

    @Test
    void beatsEverySecond() {
        try (Browser trader = Browser.of(port, "trader").live()) {
            long first = Long.parseLong(
                    trader.await(event -> event.name().equals("heartbeat")).data());
            long second = Long.parseLong(
                    trader.await(event -> event.name().equals("heartbeat")).data());

            assertThat(second - first).isBetween(500L, 3000L);
        }
    }

    @Test
    void showsWhatTheServicesPublishInThePageAndOnTheStream() {
        Instant now = Instant.now();
        Order order = Facts.order(Side.BUY, "SPY", "10", null);
        try (Browser trader = Browser.of(port, "trader").live()) {
            session(ClientIdOwner.IBKR_ADAPTER, SessionState.READY);
            bus.publish(Topics.CONTRACT_REFERENCE, "SPY", Facts.contract("SPY", 1, now));
            bus.publish(Topics.MARKET_QUOTE, "", Facts.batch(Facts.quote("SPY", 1, "169.1", "169.12", 1, now)));
            trader.awaitChange("data-symbol=\\\"SPY\\\"", "169.10", "169.12");
            bus.publish(Topics.EXECUTION_EVENT, "", Facts.changed(Facts.snapshot(order, OrderStatus.WORKING, 2, now)));
            trader.awaitChange("order-" + order.clientOrderId(), "working");
            bus.publish(Topics.EXECUTION_EVENT, "", Facts.changed(Facts.snapshot(order, OrderStatus.FILLED, 3, now)));
            trader.awaitChange("order-" + order.clientOrderId(), "filled", "170.41");
            bus.publish(
                    Topics.EXECUTION_EVENT, "", new ExecutionEvent.PositionChanged(Facts.ours("SPY", 1, "10", now)));
            bus.publish(Topics.ACCOUNT_POSITION, "", Facts.brokers("SPY", 1, "7", now));
            trader.awaitChange("position-DU1234567-1", "+3");
            bus.publish(Topics.ACCOUNT_VALUE, "", Facts.account("NetLiquidation", "1000000.25", now));
            trader.awaitChange("NetLiquidation", "1\u2009000\u2009000.25");

            assertThat(trader.page())
                    .contains("data-client-order-id=\"" + order.clientOrderId() + "\"")
                    .contains("DU…567", "data-testid=\"session-99\"", "SEALED")
                    .doesNotContain("DU1234567<");
        }
    }

    @Test
    void loadsTheLedgerAndConfirmsTheBrokersSide() {
        redis.opsForHash()
                .put(RedisKeys.POSITIONS, Facts.ACCOUNT + "|3", ModelJson.write(Facts.brokers("IWM", 3, "12", START)));
        try (Browser trader = Browser.of(port, "trader")) {
            await().untilAsserted(() -> assertThat(trader.page())
                    .contains(STORED_ORDER.clientOrderId().toString(), "position-DU1234567-3", "data-count=\"5/5\"")
                    .containsPattern("data-symbol=\"IWM\"[^>]*data-level=\"normal\""));
        } finally {
            redis.delete(RedisKeys.POSITIONS);
        }
    }

    @Test
    void marksQuotesOfALostSessionWithoutBlankingThem() {
        Instant now = Instant.now();
        try (Browser trader = Browser.of(port, "trader").live()) {
            session(ClientIdOwner.IBKR_ADAPTER, SessionState.READY);
            bus.publish(Topics.MARKET_QUOTE, "", Facts.batch(Facts.quote("MSFT", 5, "209.1", "209.12", 50, now)));
            trader.awaitChange("data-symbol=\\\"MSFT\\\"", "209.10");

            session(ClientIdOwner.IBKR_ADAPTER, SessionState.DISCONNECTED);

            String change = trader.awaitChange("data-symbol=\\\"MSFT\\\"", "GW1 disconnected");
            assertThat(change).contains("209.10", "data-feed=\\\"broken\\\"");
        }
    }

    // --- halt --------------------------------------------------------------------------------------------------

    @Test
    void haltsAndTracksUntilEveryServiceHasEchoed() {
        publishRisk(TradingState.ACTIVE, "officer");
        try (Browser trader = Browser.of(port, "trader").live()) {
            HttpResponse<String> answer = trader.command("/commands/halt", Map.of());
            assertThat(answer.statusCode()).isEqualTo(200);
            OpsCommand.Halt halt = (OpsCommand.Halt) lastCommand();
            assertThat(halt.by()).isEqualTo("trader");
            trader.awaitChange(halt.commandId(), "HALTED not seen yet", "waiting for risk-manager");

            HttpResponse<String> again = trader.command("/commands/halt", Map.of());
            assertThat(again.body()).contains("Joined the halt");
            assertThat(lastCommand().commandId()).isEqualTo(halt.commandId());

            publishRisk(TradingState.HALTED, "trader");
            reply(halt.commandId(), "risk-manager");
            reply(halt.commandId(), "ibkr-adapter");
            trader.awaitChange("HALTED after", "waiting for execution-engine");
            reply(halt.commandId(), "execution-engine");
            trader.awaitChange("confirmed by every service");

            trader.command("/commands/halt/" + halt.commandId() + "/reason", Map.of("reason", "bad feed"));
        }
        awaitAudit("trader", "HALT", "CONFIRMED", 1);
        awaitAudit("trader", "HALT", "JOINED", 1);
        awaitAudit("trader", "HALT_REASON", "DONE", 1);
    }

    @Test
    void haltsWithoutADatabaseAndRecordsItAfterwards() {
        publishRisk(TradingState.ACTIVE, "officer");
        try (Browser officer = Browser.of(port, "officer")) {
            RealPostgres.stop();

            assertThat(officer.command("/commands/halt", Map.of()).statusCode()).isEqualTo(200);

            assertThat(((OpsCommand.Halt) lastCommand()).by()).isEqualTo("officer");
            RealPostgres.start();
        }
        awaitAudit("officer", "HALT", "DONE", 1);
    }

    @Test
    void saysSoWhenRedisIsAwayAndAsksTheRiskManagerDirectly() {
        publishRisk(TradingState.ACTIVE, "officer");
        try (Browser mate = Browser.of(port, "mate").live()) {
            RealRedis.stop();

            HttpResponse<String> answer = mate.command("/commands/halt", Map.of());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .contains(
                            "Redis did not confirm the halt",
                            "risk-manager, asked directly, has halted",
                            "Global cancel from TWS");
            assertThat(PEER.halts).last().asString().contains("\"by\":\"mate\"");
            mate.awaitChange("Redis does not answer");

            RealRedis.start();
            mate.await(event -> event.name().equals("change")
                    && event.data().contains("bus-banner")
                    && !event.data().contains("Redis does not answer"));

            assertThat(mate.command("/commands/halt", Map.of()).statusCode()).isEqualTo(200);
            assertThat(((OpsCommand.Halt) lastCommand()).by()).isEqualTo("mate");
        }
        awaitAudit("mate", "HALT", "UNCERTAIN", 1);
    }

    // --- resume ------------------------------------------------------------------------------------------------

    @Test
    void resumesByTwoPeopleAndRefusesOne() {
        publishRisk(TradingState.HALTED, "trader");
        try (Browser trader = Browser.of(port, "trader").live();
                Browser officer = Browser.of(port, "officer").live();
                Browser mate = Browser.of(port, "mate")) {
            assertThat(trader.command("/commands/resume", Map.of("reason", " ")).statusCode())
                    .isEqualTo(409);
            assertThat(trader.command("/commands/resume", Map.of("reason", "feed is back"))
                            .statusCode())
                    .isEqualTo(200);
            String request = requestId(officer.awaitChange("asks to resume trading", "feed is back"));
            assertThat(officer.command("/commands/resume", Map.of("reason", "me too"))
                            .body())
                    .contains("has asked already");

            String approve = "/commands/resume/" + request + "/approve";
            assertThat(trader.command(approve, Map.of("sentence", "yes")).body())
                    .contains("two people");
            assertThat(mate.command(approve, Map.of("sentence", "yes")).body()).contains("risk officer or admin");
            assertThat(officer.command(approve, Map.of("sentence", "")).body()).contains("one sentence");
            assertThat(lastCommandIfAny()).isNotInstanceOf(OpsCommand.Resume.class);

            assertThat(officer.command(approve, Map.of("sentence", "checked")).statusCode())
                    .isEqualTo(200);

            OpsCommand.Resume resume = (OpsCommand.Resume) lastCommand();
            assertThat(resume.requestedBy()).isEqualTo("trader");
            assertThat(resume.approvedBy()).isEqualTo("officer");
            assertThat(resume.reason()).isEqualTo("feed is back");
            assertThat(officer.command(approve, Map.of("sentence", "again")).statusCode())
                    .isEqualTo(409);
            publishRisk(TradingState.ACTIVE, "trader and officer");
            trader.awaitChange("ACTIVE after");
            assertThat(approvalStatus(request)).isEqualTo("APPROVED");
        }
        awaitAudit("officer", "RESUME_APPROVE", "DONE", 1);
        awaitAudit("mate", "RESUME_APPROVE", "REFUSED", 1);
    }

    @Test
    void letsTheSecondPersonRefuseAndTheFirstWithdraw() {
        publishRisk(TradingState.HALTED, "trader");
        try (Browser trader = Browser.of(port, "trader").live();
                Browser officer = Browser.of(port, "officer").live()) {
            trader.command("/commands/resume", Map.of("reason", "first"));
            String first = requestId(officer.awaitChange("asks to resume trading", "first"));
            officer.command("/commands/resume/" + first + "/refuse", Map.of("sentence", "not yet"));
            assertThat(approvalStatus(first)).isEqualTo("REFUSED");

            trader.command("/commands/resume", Map.of("reason", "second"));
            String second = requestId(officer.awaitChange("asks to resume trading", "second"));
            trader.command("/commands/resume/" + second + "/refuse", Map.of("sentence", ""));
            assertThat(approvalStatus(second)).isEqualTo("WITHDRAWN");
        }
    }

    @Test
    void refusesToResumeWhatIsActive() {
        publishRisk(TradingState.ACTIVE, "officer");
        try (Browser trader = Browser.of(port, "trader")) {
            assertThat(trader.command("/commands/resume", Map.of("reason", "why not"))
                            .body())
                    .contains("ACTIVE already");
        }
    }

    @Test
    void keepsTheAuditLogAppendOnly() {
        try (Browser trader = Browser.of(port, "trader")) {
            assertThat(trader.page()).isNotEmpty();
        }
        awaitAudit("trader", "LOGIN", "DONE", 1);

        for (String sql : List.of(
                "delete from console.audit_log",
                "update console.audit_log set who = 'x'",
                "truncate console.audit_log")) {
            assertThatThrownBy(() -> database.sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    // --- the services, as played by this test --------------------------------------------------------------------

    private void publishRisk(TradingState state, String by) {
        Instant now = Instant.now();
        riskVersion++;
        bus.publish(Topics.RISK_STATE, "", Facts.risk(state, riskVersion, by, now, now));
        await().until(() -> trading.fresh(Instant.now())
                .filter(risk -> risk.version() == riskVersion)
                .isPresent());
    }

    private void reply(String commandId, String component) {
        bus.publish(Topics.OPS_REPLY, "", Facts.done(commandId, component, Instant.now()));
    }

    private void session(ClientIdOwner owner, SessionState state) {
        Instant now = Instant.now();
        redis.opsForValue()
                .set(
                        SessionStatus.key(owner.clientId()),
                        ModelJson.write(Facts.session(owner, state, now, now)),
                        SessionStatus.TIME_TO_LIVE);
    }

    private OpsCommand lastCommand() {
        return bus.last(Topics.OPS_COMMAND).orElseThrow().data();
    }

    private Object lastCommandIfAny() {
        return bus.last(Topics.OPS_COMMAND).<Object>map(Envelope::data).orElse("none");
    }

    private String approvalStatus(String id) {
        return database.sql("select status from console.approvals where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private void awaitAudit(String who, String what, String outcome, int atLeast) {
        await().untilAsserted(() -> assertThat(database.sql(
                                "select count(*) from console.audit_log where who = ? and what = ? and outcome = ?")
                        .params(who, what, outcome)
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(atLeast));
    }

    private static String requestId(String change) {
        Matcher matcher =
                Pattern.compile("data-request-id=\\\\\"([0-9A-Z]{26})").matcher(change);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
