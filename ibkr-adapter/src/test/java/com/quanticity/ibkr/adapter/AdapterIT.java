package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.simulator.ConnectivityNotice;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service against a simulated gateway over real sockets, with real Redis and PostgreSQL. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class AdapterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int GATEWAY_PORT = FreePort.find();
    private static GatewaySimulator simulator = startSimulator();

    @Autowired
    private StreamBus bus;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private JdbcTemplate database;

    private final Ulid ids = new Ulid(Clock.systemUTC());
    private final List<OrderEvent> events = new CopyOnWriteArrayList<>();
    private @Nullable StreamSubscription tail;
    private @Nullable RiskPeer risk;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        RealRedis.register(registry);
        RealPostgres.register(registry);
        registry.add("ibkr.gateway.host", () -> "127.0.0.1");
        registry.add("ibkr.gateway.port", () -> GATEWAY_PORT);
        registry.add("ibkr.gateway.reconnect-initial", () -> "200ms");
        registry.add("ibkr.gateway.reconnect-max", () -> "500ms");
        registry.add("ibkr.service.token", () -> "a-token-for-this-test-only");
        registry.add("ibkr.adapter.watch-list", () -> "SPY,AAPL,NOSUCH");
    }

    @BeforeEach
    void ready() {
        tail = bus.tail(Topics.ORDER_EVENT, TailFrom.OLDEST, message -> events.add(message.data()));
        risk = new RiskPeer(bus, TradingState.ACTIVE);
        awaitState(SessionState.READY);
        await().atMost(PATIENCE).until(() -> hasQuote("SPY") && hasQuote("AAPL"));
    }

    @AfterEach
    void bringBack() {
        RealRedis.start();
        RealPostgres.start();
        Objects.requireNonNull(risk).close();
        Objects.requireNonNull(tail).close();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void storesEveryQuoteOfTheStreamOnce() {
        await().atMost(PATIENCE).until(() -> stored() > 200);

        assertNoHole(connection());
    }

    @Test
    void publishesContractsAndGoesOnWithoutAnUnknownOne() {
        assertThat(database.queryForList("select symbol from adapter.ib_contract_reference order by 1", String.class))
                .containsExactly("AAPL", "SPY");
        Integer contractId = database.queryForObject(
                "select contract_id from adapter.ib_contract_reference where symbol = 'SPY'", Integer.class);
        assertThat(redis.opsForValue().get("ib:contract:" + contractId)).contains("\"SPY\"");
    }

    @Test
    void fillsAMarketOrder() {
        ClientOrderId id = submit("SPY", OrderType.MARKET, "10", null);

        awaitKinds(id, "Accepted", "Executed", "CommissionReported");
        await().atMost(PATIENCE).until(() -> journal(id).equals("FILLED"));
        BigDecimal filled = database.queryForObject(
                "select sum(quantity) from adapter.ib_executions where client_order_id = ?",
                BigDecimal.class,
                id.value());
        assertThat(filled).isEqualByComparingTo("10");
        assertThat(database.queryForList(
                        "select executed_at from adapter.ib_executions where client_order_id = ? and executed_at is null",
                        id.value()))
                .isEmpty();
    }

    @Test
    void restsALimitOrderAndCancelsItEvenWhenHalted() {
        ClientOrderId id = submit("AAPL", OrderType.LIMIT, "10", "1.00");
        awaitKinds(id, "Accepted", "Working");

        Objects.requireNonNull(risk).say(TradingState.HALTED);
        ClientOrderId denied = submit("AAPL", OrderType.LIMIT, "10", "1.00");
        awaitKinds(denied, "Denied");
        command(new OrderCommand.Cancel(id, "test"));

        awaitKinds(id, "Cancelled");
        assertThat(last(denied, OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.TRADING_HALTED);
        await().atMost(PATIENCE).until(() -> journal(id).equals("CANCELLED"));
    }

    @Test
    void deniesWhenTheRiskManagerIsSilent() {
        Objects.requireNonNull(risk).fallSilent();

        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            ClientOrderId id = submit("SPY", OrderType.LIMIT, "1", "1.00");
            awaitAny(id, "Denied", "Accepted");
            return kinds(id).contains("Denied")
                    && last(id, OrderEvent.Denied.class).reason() == DenialReason.TRADING_STATE_UNKNOWN;
        });
    }

    @Test
    void deniesASymbolThatWasNotResolved() {
        ClientOrderId id = submit("NOSUCH", OrderType.MARKET, "10", null);

        awaitKinds(id, "Denied");
        assertThat(last(id, OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.UNKNOWN_SYMBOL);
    }

    @Test
    void reportsTheBrokersRejection() {
        ClientOrderId id = submit("SPY", OrderType.MARKET, "900000", null);

        awaitKinds(id, "Rejected");
        assertThat(last(id, OrderEvent.Rejected.class).code()).isEqualTo(201);
        await().atMost(PATIENCE).until(() -> journal(id).equals("REJECTED"));
    }

    @Test
    void echoesAHaltOnceItIsInForce() {
        List<OpsReply> replies = new CopyOnWriteArrayList<>();
        try (StreamSubscription heard =
                bus.tail(Topics.OPS_REPLY, TailFrom.OLDEST, message -> replies.add(message.data()))) {
            String commandId = ids.next();
            bus.publish(Topics.OPS_COMMAND, "firm", new OpsCommand.Halt(commandId, "test", "because"));
            Objects.requireNonNull(risk).say(TradingState.HALTED);

            await().atMost(PATIENCE)
                    .until(() -> replies.stream()
                            .anyMatch(reply -> reply.commandId().equals(commandId)
                                    && reply.outcome() == OpsReply.Outcome.DONE
                                    && reply.component().equals("ibkr-adapter")));
            assertThat(heard).isNotNull();
        }
    }

    @Test
    void recoversByItselfWhenTheGatewayIsKilledAndComesBack() {
        ClientOrderId resting = submit("AAPL", OrderType.LIMIT, "10", "1.00");
        awaitKinds(resting, "Working");
        long before = connection();

        simulator.close();
        await().atMost(PATIENCE).until(() -> state() != SessionState.READY);
        ClientOrderId denied = submit("SPY", OrderType.MARKET, "10", null);
        awaitKinds(denied, "Denied");
        assertThat(last(denied, OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.SESSION_NOT_READY);
        await().atMost(PATIENCE).until(() -> !hasQuote("SPY"));

        simulator = startSimulator();
        await().atMost(PATIENCE).until(() -> state() == SessionState.READY && connection() > before);
        await().atMost(PATIENCE).until(() -> hasQuote("SPY"));
        await().atMost(PATIENCE).until(() -> stored(connection()) > 50);
        assertNoHole(connection());
        // The new gateway knows nothing of the old one's order.
        awaitKinds(resting, "Unknown");
        ClientOrderId filled = submit("SPY", OrderType.MARKET, "10", null);
        awaitKinds(filled, "Executed");
    }

    @Test
    void keepsRestingOrdersOverACutConnection() {
        ClientOrderId id = submit("AAPL", OrderType.LIMIT, "10", "1.00");
        awaitKinds(id, "Working");
        long before = connection();

        simulator.dropClient(1);
        await().atMost(PATIENCE).until(() -> state() == SessionState.READY && connection() > before);

        assertThat(kinds(id)).doesNotContain("Unknown");
        command(new OrderCommand.Cancel(id, "test"));
        awaitKinds(id, "Cancelled");
    }

    @Test
    void subscribesAgainWhenTheBrokerLostTheData() {
        simulator.announce(ConnectivityNotice.LOST);
        awaitState(SessionState.BROKER_DOWN);
        simulator.announce(ConnectivityNotice.RESTORED_DATA_LOST);
        awaitState(SessionState.READY);

        await().atMost(PATIENCE).until(() -> hasQuote("SPY"));
        assertNoHole(connection());
    }

    @Test
    void losesNothingWhilePostgresIsAway() {
        long before = lastSequence("SPY");
        RealPostgres.stop();

        await().atMost(PATIENCE).until(() -> lastSequence("SPY") > before + 20);
        ClientOrderId id = submit("SPY", OrderType.MARKET, "10", null);
        awaitKinds(id, "Denied");
        assertThat(last(id, OrderEvent.Denied.class).reason()).isEqualTo(DenialReason.JOURNAL_UNAVAILABLE);

        RealPostgres.start();
        long reached = lastSequence("SPY");
        await().atMost(PATIENCE).ignoreExceptions().until(() -> highestStored() > reached);
        assertNoHole(connection());
    }

    @Test
    void losesNothingWhileRedisIsAway() throws InterruptedException {
        long connection = connection();
        long before = lastSequence("SPY");
        RealRedis.stop();
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        RealRedis.start();

        await().atMost(PATIENCE).ignoreExceptions().until(() -> lastSequence("SPY") > before + 20);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> highestStored() > before + 20);
        assertThat(connection()).isEqualTo(connection);
        assertNoHole(connection);
    }

    private static GatewaySimulator startSimulator() {
        return GatewaySimulator.start(SimulatorConfig.defaults().withPort(GATEWAY_PORT));
    }

    private ClientOrderId submit(String symbol, OrderType type, String quantity, @Nullable String limit) {
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

    private void command(OrderCommand command) {
        bus.publish(Topics.ORDER_COMMAND, command.clientOrderId().value(), command);
    }

    private void awaitKinds(ClientOrderId id, String... wanted) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kinds(id)).as(events.toString()).contains(wanted));
    }

    private void awaitAny(ClientOrderId id, String... wanted) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(kinds(id)).containsAnyOf(wanted));
    }

    private List<String> kinds(ClientOrderId id) {
        return events.stream()
                .filter(event -> id.equals(event.clientOrderId()))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    private <T extends OrderEvent> T last(ClientOrderId id, Class<T> kind) {
        return events.stream()
                .filter(event -> id.equals(event.clientOrderId()) && kind.isInstance(event))
                .map(kind::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void awaitState(SessionState state) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> state() == state);
    }

    private SessionState state() {
        return status().state();
    }

    private long connection() {
        return status().connection();
    }

    private SessionStatus status() {
        String json = redis.opsForValue().get(SessionStatus.key(ClientIdOwner.IBKR_ADAPTER.clientId()));
        return ModelJson.read(Objects.requireNonNull(json), SessionStatus.class);
    }

    private boolean hasQuote(String symbol) {
        return !quote(symbol).isEmpty();
    }

    private long lastSequence(String symbol) {
        return Long.parseLong(String.valueOf(quote(symbol).getOrDefault("sequence", "0")));
    }

    private Map<Object, Object> quote(String symbol) {
        return redis.opsForHash().entries(RedisKeys.quote(symbol));
    }

    private String journal(ClientOrderId id) {
        return database
                .query(
                        "select state from adapter.ib_order_journal where client_order_id = ?",
                        (row, number) -> row.getString("state"),
                        id.value())
                .stream()
                .findFirst()
                .orElse("");
    }

    private long stored() {
        return count("select count(*) from adapter.ib_l1_quotes");
    }

    private long stored(long connection) {
        return count("select count(*) from adapter.ib_l1_quotes where connection = " + connection);
    }

    private long highestStored() {
        return count("select coalesce(max(sequence), 0) from adapter.ib_l1_quotes where connection = " + connection());
    }

    /** Of a running feed the rows up to the highest stored sequence must be complete: the stream is stored in order. */
    private void assertNoHole(long connection) {
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

    private long count(String query) {
        return Objects.requireNonNull(database.queryForObject(query, Long.class));
    }
}
