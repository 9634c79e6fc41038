package com.quanticity.ibkr.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.console.trading.TradingStateBook;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The console on a real Redis and PostgreSQL, one for all tests; the test plays the services on the streams. */
@NullUnmarked
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class RunsConsole {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static final Instant START = Instant.parse("2026-01-05T14:30:00Z");
    static final Order STORED_ORDER = Facts.order(Side.SELL, "QQQ", "5", "180.50");
    static final ServicePeer PEER = new ServicePeer(
            List.of(Facts.snapshot(STORED_ORDER, OrderStatus.WORKING, 4, START)),
            List.of(Facts.ours("IWM", 3, "12", START)));
    private static long riskVersion;

    @LocalServerPort
    int port;

    @Autowired
    StreamBus bus;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient database;

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

    @AfterEach
    void bringServersBack() {
        if (!RealRedis.isRunning()) {
            RealRedis.start();
        }
        if (!RealPostgres.isRunning()) {
            RealPostgres.start();
        }
    }

    /** Told again and again, as the risk manager does it: a state that is heard late is not believed. */
    void publishRisk(TradingState state, String by) {
        Instant since = Instant.now();
        riskVersion++;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            bus.publish(Topics.RISK_STATE, "", Facts.risk(state, riskVersion, by, since, Instant.now()));
            return trading.fresh(Instant.now())
                    .filter(risk -> risk.version() == riskVersion)
                    .isPresent();
        });
    }

    void session(ClientIdOwner owner, SessionState state) {
        Instant now = Instant.now();
        redis.opsForValue()
                .set(
                        SessionStatus.key(owner.clientId()),
                        ModelJson.write(Facts.session(owner, state, now, now)),
                        SessionStatus.TIME_TO_LIVE);
    }

    OpsCommand lastCommand() {
        return bus.last(Topics.OPS_COMMAND).orElseThrow().data();
    }

    void awaitAudit(String who, String what, String outcome, int atLeast) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.sql(
                                        "select count(*) from console.audit_log where who = ? and what = ? and outcome = ?")
                                .params(who, what, outcome)
                                .query(Integer.class)
                                .single())
                        .isGreaterThanOrEqualTo(atLeast));
    }
}
