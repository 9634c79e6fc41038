package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.state.SimulatorState.OrderState;
import com.quanticity.ibkr.simulator.witness.SubscriptionKind;
import com.quanticity.ibkr.simulator.witness.WitnessReport.SubscriptionReport;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.TailFrom;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The service as a process of its own, killed in the middle of a run of orders; the simulated gateway is the witness. */
class KilledAdapterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ORDERS = 30;

    /** One of each is wanted of the one watched symbol. */
    private static final List<SubscriptionKind> STREAMS = List.of(
            SubscriptionKind.MARKET_DATA,
            SubscriptionKind.DEPTH,
            SubscriptionKind.TICK_BY_TICK,
            SubscriptionKind.REAL_TIME_BARS);

    private final GatewaySimulator simulator =
            GatewaySimulator.start(SimulatorConfig.defaults().withStartCash(new BigDecimal("100000000")));
    private final FreshDatabase database = RealPostgres.freshDatabase();
    private final LettuceConnectionFactory connections =
            new LettuceConnectionFactory(RealRedis.host(), RealRedis.port());
    private final StringRedisTemplate redis = redis();
    private final StreamBus bus = new StreamBus(redis, "", Clock.systemUTC(), new SimpleMeterRegistry());
    private final Ulid ids = new Ulid(Clock.systemUTC());
    private final List<OrderEvent> events = new CopyOnWriteArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        simulator.close();
        connections.destroy();
    }

    @Test
    void sendsNothingTwiceAndLosesNothingWhenKilled() throws IOException, InterruptedException {
        bus.tail(Topics.ORDER_EVENT, TailFrom.OLDEST, message -> events.add(message.data()));
        try (RiskPeer risk = new RiskPeer(bus, TradingState.ACTIVE)) {
            Process first = startAndAwaitQuotes();
            List<ClientOrderId> orders = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                orders.add(submit(OrderType.LIMIT, "1", "1.00"));
            }
            await().atMost(PATIENCE).until(() -> acceptedOrders() >= 3);
            kill(first);

            startAndAwaitQuotes();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(settled()).containsAll(orders));
            Map<String, Long> atGateway = atGateway();
            assertThat(atGateway.values()).allMatch(times -> times == 1);
            for (ClientOrderId order : orders) {
                assertThat(atGateway.containsKey(order.value()))
                        .as(order + " " + kinds(order))
                        .isEqualTo(kinds(order).contains("Working"));
            }
            assertThat(risk).isNotNull();
        }
    }

    @Test
    void learnsOfFillsThatHappenedWhileItWasDead() throws IOException, InterruptedException {
        bus.tail(Topics.ORDER_EVENT, TailFrom.OLDEST, message -> events.add(message.data()));
        try (RiskPeer risk = new RiskPeer(bus, TradingState.ACTIVE)) {
            Process first = startAndAwaitQuotes();
            ClientOrderId id = submit(OrderType.MARKET, "10000", null);
            await().atMost(PATIENCE).until(() -> kinds(id).contains("Executed"));
            await().atMost(PATIENCE)
                    .until(() -> STREAMS.stream().allMatch(kind -> streams(kind).now() == 1));
            kill(first);
            await().atMost(PATIENCE).until(() -> simulator.state().openOrders().isEmpty());
            assertThat(filled(id)).isLessThan(new BigDecimal("10000"));

            startAndAwaitQuotes();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(filled(id)).isEqualByComparingTo("10000"));
            assertThat(kinds(id)).doesNotContain("Unknown", "Rejected", "Denied");
            await().atMost(PATIENCE)
                    .until(() -> STREAMS.stream().allMatch(kind -> streams(kind).now() == 1));
            assertThat(STREAMS)
                    .as("each wanted once, asked for twice, never open twice")
                    .allSatisfy(kind -> {
                        assertThat(streams(kind).most()).isOne();
                        assertThat(streams(kind).ever()).isEqualTo(2);
                    });
            assertThat(simulator.state().clients()).hasSize(1);
            assertThat(risk).isNotNull();
        }
    }

    private SubscriptionReport streams(SubscriptionKind kind) {
        return simulator.witness().report().subscriptions(kind);
    }

    private StringRedisTemplate redis() {
        RealRedis.flush();
        RealRedis.declareFirstStart("");
        connections.afterPropertiesSet();
        connections.start();
        return new StringRedisTemplate(connections);
    }

    private Process startAndAwaitQuotes() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        IbkrAdapterApplication.class.getName(),
                        "--server.port=0",
                        "--spring.data.redis.host=" + RealRedis.host(),
                        "--spring.data.redis.port=" + RealRedis.port(),
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--ibkr.service.token=a-token-for-this-test-only",
                        "--ibkr.gateway.host=127.0.0.1",
                        "--ibkr.gateway.port=" + simulator.port(),
                        "--ibkr.adapter.watch-list=SPY")
                .redirectErrorStream(true)
                .redirectOutput(new File("target/killed-adapter-" + processes.size() + ".log"))
                .start();
        processes.add(process);
        await().atMost(PATIENCE).until(() -> ready() && redis.hasKey("ib:l1:SPY"));
        return process;
    }

    private boolean ready() {
        String status = redis.opsForValue().get(SessionStatus.key(ClientIdOwner.IBKR_ADAPTER.clientId()));
        return status != null && status.contains("\"READY\"");
    }

    private void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
        redis.delete(SessionStatus.key(ClientIdOwner.IBKR_ADAPTER.clientId()));
    }

    /** Of all executions told, each counted once. */
    private BigDecimal filled(ClientOrderId id) {
        return events.stream()
                .filter(event -> id.equals(event.clientOrderId()) && event instanceof OrderEvent.Executed)
                .map(event -> ((OrderEvent.Executed) event).execution())
                .collect(Collectors.toMap(Execution::execId, Execution::quantity, (one, same) -> one))
                .values()
                .stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ClientOrderId submit(OrderType type, String quantity, @Nullable String limit) {
        ClientOrderId id = ClientOrderId.of(ids.next());
        Order order = new Order(
                id,
                "",
                "SPY",
                Side.BUY,
                type,
                new BigDecimal(quantity),
                limit == null ? null : new BigDecimal(limit),
                TimeInForce.DAY,
                "test");
        bus.publish(Topics.ORDER_COMMAND, id.value(), new OrderCommand.Submit(order, "test"));
        return id;
    }

    private long acceptedOrders() {
        return events.stream().filter(OrderEvent.Accepted.class::isInstance).count();
    }

    /** Acknowledged by the broker, denied by us, or, killed between journal and wire, looked for and not found. */
    private Set<ClientOrderId> settled() {
        return events.stream()
                .filter(event -> event instanceof OrderEvent.Working
                        || event instanceof OrderEvent.Denied
                        || event instanceof OrderEvent.Unknown)
                .map(OrderEvent::clientOrderId)
                .collect(Collectors.toSet());
    }

    private List<String> kinds(ClientOrderId id) {
        return events.stream()
                .filter(event -> id.equals(event.clientOrderId()))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    private Map<String, Long> atGateway() {
        return simulator.state().openOrders().stream()
                .collect(Collectors.groupingBy(OrderState::orderRef, Collectors.counting()));
    }
}
