package com.quanticity.ibkr.benchmarks.orders;

import com.quanticity.ibkr.benchmarks.platform.DataServers;
import com.quanticity.ibkr.benchmarks.platform.ServiceProcess;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.witness.WitnessReport.OrderReport;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Adapter, risk-manager and engine as processes, the simulator in this one: it says when an order reached the other end of the socket and
 * when it was filled, on the clock of this machine.
 */
final class OrderPath implements AutoCloseable {

    static final String SYMBOL = "SPY";

    /** Of a login with 200 market data lines. With 45 the order lane has 42 slots, and a queue would be measured. */
    private static final int MESSAGES_PER_SECOND = 100;

    /** The risk-manager's, which compares what the ledger has. */
    private static final int DROP_COPY_CLIENT_ID = 2;

    private static final Duration DRAIN = Duration.ofMinutes(2);

    /** Reading the witness stops the simulator for a moment, so what is still on its way is let arrive before. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final GatewaySimulator simulator;
    private final ServiceProcess risk;
    private final ServiceProcess adapter;
    private final @Nullable ServiceProcess engine;
    private final StreamBus bus;
    private final Clock clock = Clock.systemUTC();
    private final Ulid ids = new Ulid(clock);
    private final Map<String, Instant> filledOnStream = new ConcurrentHashMap<>();
    private final StreamSubscription subscription;
    private final Arrivals arrivals;

    private OrderPath(
            GatewaySimulator simulator,
            ServiceProcess risk,
            ServiceProcess adapter,
            @Nullable ServiceProcess engine,
            StreamBus bus)
            throws IOException {
        this.simulator = simulator;
        this.risk = risk;
        this.adapter = adapter;
        this.engine = engine;
        this.bus = bus;
        this.subscription = bus.tail(Topics.EXECUTION_EVENT, TailFrom.OLDEST, this::onEvent);
        this.arrivals = new Arrivals(simulator.witness());
    }

    /** @param withEngine false: commands come from this process alone; an engine would rightly lock what is not in its ledger */
    static OrderPath start(DataServers servers, boolean withEngine) throws IOException, InterruptedException {
        SimulatorConfig defaults = SimulatorConfig.defaults();
        GatewaySimulator simulator = GatewaySimulator.start(defaults.withStartCash(new BigDecimal("100000000000"))
                .withLimits(defaults.limits().withMessagesPerSecond(MESSAGES_PER_SECOND))
                .withOrders(defaults.orders()
                        .withRules(defaults.orders().rules().withMasterClientId(DROP_COPY_CLIENT_ID))));
        Map<String, String> gateway = new LinkedHashMap<>(ServiceProcess.gatewaySettings(simulator.port()));
        gateway.put("ibkr.gateway.maintenance.enabled", "false");
        gateway.put("ibkr.gateway.pacing.messages-per-second", Integer.toString(MESSAGES_PER_SECOND));
        ServiceProcess risk = ServiceProcess.start(
                "risk-manager",
                servers,
                with(
                        with(gateway, "ibkr.risk.initial-trading-state", "ACTIVE"),
                        "ibkr.limits.initial",
                        "classpath:limits/load-test.json"));
        ServiceProcess engine = withEngine ? ServiceProcess.start("execution-engine", servers, Map.of()) : null;
        Map<String, String> settings = with(gateway, "ibkr.adapter.watch-list", SYMBOL);
        settings.put("ibkr.adapter.history.enabled", "false");
        settings.put("ibkr.adapter.depth.enabled", "false");
        ServiceProcess adapter = ServiceProcess.start("ibkr-adapter", servers, settings);
        OrderPath path = new OrderPath(simulator, risk, adapter, engine, servers.bus());
        try {
            risk.awaitHealth("readiness");
            adapter.awaitHealth("trading");
            if (engine != null) {
                engine.awaitHealth("trading");
            }
            return path;
        } catch (IOException e) {
            path.close();
            throw e;
        }
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return more;
    }

    ServiceProcess adapter() {
        return adapter;
    }

    /** @throws NullPointerException on a path without one */
    ServiceProcess engine() {
        return Objects.requireNonNull(engine, "this path was started without an engine");
    }

    /** Publishes a command as the engine does; gives the order's id. */
    String command(OrderType type, @Nullable BigDecimal limit) {
        String id = ids.next();
        Order order = new Order(
                ClientOrderId.of(id), "", SYMBOL, Side.BUY, type, BigDecimal.ONE, limit, TimeInForce.DAY, "benchmark");
        bus.publish(Topics.ORDER_COMMAND, id, new OrderCommand.Submit(order, "benchmark"));
        return id;
    }

    /** Places an order by REST; gives its id. */
    String place(String key, @Nullable BigDecimal limit) throws IOException, InterruptedException {
        String type = limit == null
                ? "\"type\":\"MARKET\""
                : "\"type\":\"LIMIT\",\"limitPrice\":\"%s\"".formatted(limit.toPlainString());
        return engine().post("/api/v1/orders", key, """
                        {"symbol":"%s","side":"BUY",%s,"quantity":1,"strategy":"benchmark"}""".formatted(SYMBOL, type))
                .path("clientOrderId")
                .asString();
    }

    Instant now() {
        return clock.instant();
    }

    /** When each order came out of the socket, by its id. */
    Map<String, Instant> arrived() throws IOException {
        return arrivals.read();
    }

    /** Ids of the orders that the broker has. */
    Set<String> reached() {
        Set<String> reached = new HashSet<>();
        simulator.witness().report().orders().forEach(order -> reached.add(order.orderRef()));
        return reached;
    }

    /** How many orders the broker has, each counted as often as it came. */
    int ordersAtBroker() {
        return simulator.witness().report().orders().size();
    }

    int working() {
        return simulator.state().openOrders().size();
    }

    /** When each order was filled completely at the broker, by its id. */
    Map<String, Instant> filled() {
        Map<String, Instant> filled = new LinkedHashMap<>();
        for (OrderReport order : simulator.witness().report().orders()) {
            order.changes().stream()
                    .filter(change -> change.status().equals("Filled"))
                    .findFirst()
                    .ifPresent(change -> filled.put(order.orderRef(), change.at()));
        }
        return filled;
    }

    /** When {@code execution.event} told that an order is filled, by its id. */
    Map<String, Instant> filledOnStream() {
        return Map.copyOf(filledOnStream);
    }

    /** False when it does not become true in time. */
    boolean await(Condition condition) {
        long end = System.nanoTime() + DRAIN.toNanos();
        do {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            if (condition.isTrue()) {
                return true;
            }
        } while (System.nanoTime() < end);
        return false;
    }

    private void onEvent(Envelope<ExecutionEvent> message) {
        if (message.data() instanceof ExecutionEvent.OrderChanged changed) {
            OrderSnapshot order = changed.snapshot();
            if (order.status() == OrderStatus.FILLED) {
                filledOnStream.putIfAbsent(order.order().clientOrderId().value(), clock.instant());
            }
        }
    }

    @Override
    public void close() throws IOException {
        subscription.close();
        arrivals.close();
        if (engine != null) {
            engine.close();
        }
        adapter.close();
        risk.close();
        simulator.close();
    }

    /** Asked until it is true. */
    interface Condition {
        boolean isTrue();
    }
}
