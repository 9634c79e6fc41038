package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import com.quanticity.ibkr.test.FreePort;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service against a simulated gateway over real sockets, with real Redis and PostgreSQL. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
abstract class AdapterHarness {

    static final String TOKEN = "a-token-for-this-test-only";
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int GATEWAY_PORT = FreePort.find();
    private static @Nullable GatewaySimulator simulator;

    @Autowired
    StreamBus bus;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    final Ulid ids = new Ulid(Clock.systemUTC());
    private final List<OrderEvent> events = new CopyOnWriteArrayList<>();
    private @Nullable StreamSubscription tail;
    private @Nullable RiskPeer riskPeer;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        RealRedis.register(registry);
        RealPostgres.register(registry);
        registry.add("ibkr.gateway.host", () -> "127.0.0.1");
        registry.add("ibkr.gateway.port", () -> GATEWAY_PORT);
        registry.add("ibkr.gateway.reconnect.initial", () -> "200ms");
        registry.add("ibkr.gateway.reconnect.max", () -> "500ms");
        registry.add("ibkr.service.token", () -> TOKEN);
        registry.add("ibkr.adapter.watch-list", () -> "SPY,AAPL,NOSUCH");
    }

    @BeforeEach
    void ready() {
        tail = bus.tail(Topics.ORDER_EVENT, TailFrom.OLDEST, message -> events.add(message.data()));
        riskPeer = new RiskPeer(bus, TradingState.ACTIVE);
        awaitState(SessionState.READY);
        await().atMost(PATIENCE).until(() -> hasQuote("SPY") && hasQuote("AAPL"));
    }

    @AfterEach
    void bringBack() {
        RealRedis.start();
        RealPostgres.start();
        risk().close();
        Objects.requireNonNull(tail).close();
    }

    @BeforeAll
    static void startGateway() {
        simulator = GatewaySimulator.start(SimulatorConfig.defaults().withPort(GATEWAY_PORT));
    }

    @AfterAll
    static void stopGateway() {
        gateway().close();
    }

    static GatewaySimulator gateway() {
        return Objects.requireNonNull(simulator);
    }

    final RiskPeer risk() {
        return Objects.requireNonNull(riskPeer);
    }

    final ClientOrderId submit(String symbol, OrderType type, String quantity, @Nullable String limit) {
        ClientOrderId id = ClientOrderId.of(ids.next());
        command(new OrderCommand.Submit(
                new Order(
                        id,
                        "",
                        symbol,
                        Side.BUY,
                        type,
                        new BigDecimal(quantity),
                        limit == null ? null : new BigDecimal(limit),
                        TimeInForce.DAY,
                        "test"),
                "test"));
        return id;
    }

    final void command(OrderCommand command) {
        bus.publish(Topics.ORDER_COMMAND, command.key(), command);
    }

    final void awaitKinds(ClientOrderId id, String... wanted) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kinds(id)).as(events.toString()).contains(wanted));
    }

    final void awaitAny(ClientOrderId id, String... wanted) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(kinds(id)).containsAnyOf(wanted));
    }

    final List<String> kinds(ClientOrderId id) {
        return events.stream()
                .filter(event -> id.equals(event.clientOrderId()))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    final <T extends OrderEvent> T last(ClientOrderId id, Class<T> kind) {
        return events.stream()
                .filter(event -> id.equals(event.clientOrderId()) && kind.isInstance(event))
                .map(kind::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    final void awaitState(SessionState state) {
        await().atMost(PATIENCE).until(() -> state() == state);
    }

    final SessionState state() {
        return status().state();
    }

    final long connection() {
        return status().connection();
    }

    final SessionStatus status() {
        String json = redis.opsForValue().get(SessionStatus.key(ClientIdOwner.IBKR_ADAPTER.clientId()));
        return ModelJson.read(Objects.requireNonNull(json), SessionStatus.class);
    }

    final boolean hasQuote(String symbol) {
        return !quote(symbol).isEmpty();
    }

    final long lastSequence(String symbol) {
        return Long.parseLong(String.valueOf(quote(symbol).getOrDefault("sequence", "0")));
    }

    final Map<Object, Object> quote(String symbol) {
        return redis.opsForHash().entries(RedisKeys.quote(symbol));
    }

    final String journal(ClientOrderId id) {
        return database
                .query(
                        "select state from adapter.ib_order_journal where client_order_id = ?",
                        (row, number) -> row.getString("state"),
                        id.value())
                .stream()
                .findFirst()
                .orElse("");
    }

    final long stored() {
        return count("select count(*) from adapter.ib_l1_quotes");
    }

    final long stored(long connection) {
        return count("select count(*) from adapter.ib_l1_quotes where connection = " + connection);
    }

    final long highestStored() {
        return count("select coalesce(max(sequence), 0) from adapter.ib_l1_quotes where connection = " + connection());
    }

    /** Of a running feed the rows up to the highest stored sequence must be complete: the stream is stored in order. */
    final void assertNoHole(long connection) {
        List<Long> counts = database.queryForObject(
                "select count(*), coalesce(max(sequence), 0) from adapter.ib_l1_quotes where connection = ?",
                (row, number) -> List.of(row.getLong(1), row.getLong(2)),
                connection);
        assertThat(Objects.requireNonNull(counts).getFirst()).isEqualTo(counts.getLast());
        assertThat(published(connection)).isNotEmpty();
    }

    private List<Quote> published(long connection) {
        return bus.last(Topics.MARKET_QUOTE).stream()
                .flatMap(message -> message.data().quotes().stream())
                .filter(quote -> quote.connection() == connection)
                .toList();
    }

    final long count(String query) {
        return Objects.requireNonNull(database.queryForObject(query, Long.class));
    }
}
