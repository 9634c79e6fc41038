package com.quanticity.ibkr.execution;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.PreviewOutcome;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.PreviewedOrder;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.model.stream.Topic;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import com.quanticity.ibkr.test.RealRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Stands on the other end of the streams: records what the engine publishes, and says what the adapter would say. */
public final class PlayedAdapter implements AutoCloseable {

    public static final String ACCOUNT = "DU1234567";
    public static final ClientId CLIENT_ID = ClientId.of(1);
    private static final ContractId SPY = ContractId.of(756733);
    private static final PermId PERM_ID = PermId.of(9_000_000_001L);

    private final LettuceConnectionFactory connections;
    private final StringRedisTemplate redis;
    private final StreamBus bus;
    private final List<Envelope<OrderCommand>> commands = new CopyOnWriteArrayList<>();
    private final List<ExecutionEvent> events = new CopyOnWriteArrayList<>();
    private final List<StreamSubscription> subscriptions;

    public PlayedAdapter(String prefix) {
        connections = new LettuceConnectionFactory(RealRedis.host(), RealRedis.port());
        connections.afterPropertiesSet();
        connections.start();
        redis = new StringRedisTemplate(connections);
        bus = new StreamBus(redis, prefix, Clock.systemUTC(), new SimpleMeterRegistry());
        subscriptions = List.of(
                bus.tail(Topics.ORDER_COMMAND, TailFrom.OLDEST, commands::add),
                bus.tail(Topics.EXECUTION_EVENT, TailFrom.OLDEST, event -> events.add(event.data())));
    }

    /** Every command so far, oldest first. */
    public List<OrderCommand> commands() {
        return commands.stream().map(Envelope::data).toList();
    }

    public List<Envelope<OrderCommand>> commandMessages() {
        return List.copyOf(commands);
    }

    public List<OrderCommand> commandsOf(String clientOrderId) {
        return commands().stream()
                .filter(command -> command.key().equals(clientOrderId))
                .toList();
    }

    /** The orders of a strategy that a preview was asked for together, empty before it was. */
    public List<Order> previewed(String strategy) {
        return commands().stream()
                .filter(OrderCommand.PreviewGroup.class::isInstance)
                .map(command -> ((OrderCommand.PreviewGroup) command).group().orders())
                .filter(orders -> orders.getFirst().strategy().equals(strategy))
                .findFirst()
                .orElse(List.of());
    }

    /** The answer when the gate would pass all of a group but its last order. */
    public static OrderEvent deniesTheLast(List<Order> orders) {
        List<PreviewedOrder> members = orders.stream()
                .map(order -> order.equals(orders.getLast())
                        ? new PreviewedOrder(
                                order.clientOrderId(),
                                PreviewOutcome.DENIED,
                                null,
                                "PRICE_OFF_TICK",
                                "off the tick",
                                "160.005",
                                "0.01")
                        : new PreviewedOrder(order.clientOrderId(), PreviewOutcome.PASSED, null, "", "", "", ""))
                .toList();
        return new OrderEvent.Previewed(
                orders.getFirst().clientOrderId(),
                PreviewOutcome.DENIED,
                null,
                "PRICE_OFF_TICK",
                "the last: off the tick",
                "160.005",
                "0.01",
                members,
                Instant.now());
    }

    /** Every ledger event so far, oldest first. */
    public List<ExecutionEvent> events() {
        return List.copyOf(events);
    }

    public Envelope<OrderEvent> says(OrderEvent event) {
        return publish(Topics.ORDER_EVENT, event);
    }

    public void repeats(Envelope<OrderEvent> message) {
        bus.publish(Topics.ORDER_EVENT, message);
    }

    public <T> Envelope<T> publish(Topic<T> topic, T data) {
        return bus.publish(topic, "", data);
    }

    /** Level 1 of a symbol as the adapter's key tells it, and trading allowed. */
    public void showsMarket(String symbol, String bid, String ask) {
        showsMarket(symbol, SPY, bid, ask);
    }

    public void showsMarket(String symbol, ContractId contractId, String bid, String ask) {
        Instant now = Instant.now();
        redis.opsForHash()
                .putAll(
                        bus.prefix() + RedisKeys.quote(symbol),
                        Map.ofEntries(
                                Map.entry("symbol", symbol),
                                Map.entry("contractId", contractId.toString()),
                                Map.entry("bid", bid),
                                Map.entry("bidSize", "100"),
                                Map.entry("ask", ask),
                                Map.entry("askSize", "100"),
                                Map.entry("dataType", "LIVE"),
                                Map.entry("connection", "1"),
                                Map.entry("sequence", "1"),
                                Map.entry("at", now.toString())));
        publish(Topics.RISK_STATE, new RiskState(TradingState.ACTIVE, 1, "test", "", now, now));
    }

    /** The trading state as the risk-manager tells it. */
    public void isTrading(TradingState state) {
        Instant now = Instant.now();
        publish(Topics.RISK_STATE, new RiskState(state, 1, "test", "", now, now));
    }

    /** The adapter's session as its key tells it. */
    public void isReady() {
        Instant now = Instant.now();
        SessionStatus status = new SessionStatus(
                CLIENT_ID, "ibkr-adapter", SessionState.READY, now, "test:4002", 176, 1, "", 0, null, now, 0, now);
        redis.opsForValue().set(bus.prefix() + SessionStatus.key(CLIENT_ID), ModelJson.write(status));
    }

    public StreamBus bus() {
        return bus;
    }

    public StringRedisTemplate redis() {
        return new StringRedisTemplate(connections);
    }

    public static OrderEvent accepted(String id, int orderId) {
        return new OrderEvent.Accepted(ClientOrderId.of(id), CLIENT_ID, OrderId.of(orderId), Instant.now());
    }

    public static OrderEvent working(String id, int orderId) {
        return new OrderEvent.Working(
                ClientOrderId.of(id),
                CLIENT_ID,
                OrderId.of(orderId),
                PERM_ID,
                "Submitted",
                BigDecimal.ZERO,
                BigDecimal.TEN,
                Instant.now());
    }

    public static OrderEvent executed(
            @Nullable String id, int orderId, String execId, Side side, String quantity, String price) {
        Execution execution = new Execution(
                execId,
                CLIENT_ID,
                OrderId.of(orderId),
                PERM_ID,
                ACCOUNT,
                SPY,
                "SPY",
                side,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(quantity),
                null,
                "ARCA",
                Instant.parse("2013-10-07T14:00:00Z"));
        return new OrderEvent.Executed(id == null ? null : ClientOrderId.of(id), execution, Instant.now());
    }

    public static OrderEvent commission(@Nullable String id, String execId, String amount) {
        return new OrderEvent.CommissionReported(
                id == null ? null : ClientOrderId.of(id),
                new CommissionReport(execId, new BigDecimal(amount), "USD", null),
                Instant.now());
    }

    @Override
    public void close() {
        subscriptions.forEach(StreamSubscription::close);
        connections.destroy();
    }
}
