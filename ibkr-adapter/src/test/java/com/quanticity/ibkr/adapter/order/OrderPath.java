package com.quanticity.ibkr.adapter.order;

import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.FakeSession;
import com.quanticity.ibkr.adapter.TestContracts;
import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.gate.GroupGate;
import com.quanticity.ibkr.adapter.gate.TestGate;
import com.quanticity.ibkr.adapter.journal.JournalWriter;
import com.quanticity.ibkr.adapter.journal.OrderJournal;
import com.quanticity.ibkr.adapter.journal.OrderOutbox;
import com.quanticity.ibkr.adapter.risk.TradingStateView;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TailFrom;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The whole order path on real Redis and PostgreSQL with a session that records; a restart keeps what both servers hold. */
final class OrderPath implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    final Clock clock = Clock.systemUTC();
    final TestServers servers = new TestServers(clock);
    final FakeSession session = new FakeSession();
    final OrderJournal journal = new OrderJournal(servers.database, session.clientId());
    private final Ulid ids = new Ulid(clock);
    private final List<OrderEvent> events = new CopyOnWriteArrayList<>();
    private final TradingStateView tradingState = new TradingStateView(clock);
    private final ContractDirectory contracts = new ContractDirectory(List.of(WatchListEntry.of("SPY")));
    private final StreamSubscription tail =
            servers.bus.tail(Topics.ORDER_EVENT, TailFrom.OLDEST, message -> events.add(message.data()));
    private TestGate gate = new TestGate(clock, session, tradingState, contracts);
    private @Nullable Wired process;
    private TradingState told = TradingState.ACTIVE;
    private long version;

    private record Wired(OrderOutbox outbox, OrderRunner runner, JournalWriter writer, OrderCallbacks callbacks) {}

    OrderPath() {
        contracts.onResolved("SPY", TestContracts.reference(TestContracts.SPY));
        tradingState(TradingState.ACTIVE);
    }

    void start() {
        gate = new TestGate(clock, session, tradingState, contracts);
        OrderBook book = new OrderBook(gate.watch());
        OrderIds orderIds = new OrderIds(session, servers.redis, servers.bus.prefix());
        OrderOutbox outbox =
                new OrderOutbox(servers.bus, journal, servers.database, servers.transaction, clock, servers.meters);
        JournalWriter writer = new JournalWriter(journal, Duration.ofSeconds(3), clock);
        CancelDesk cancels = new CancelDesk(session, book, outbox, clock);
        WireOrders wire = new WireOrders(book, contracts);
        OrderAnswers answers = new OrderAnswers(session.clientId(), book, outbox, clock, servers.meters);
        OpenPreviews previews = new OpenPreviews(outbox, clock);
        OpenChanges changes = new OpenChanges(outbox, clock);
        GroupGate groups = new GroupGate(gate.gate(), id -> book.find(id) != null);
        OrderDesk desk = new OrderDesk(
                session,
                gate.gate(),
                book,
                orderIds,
                writer,
                wire,
                answers,
                cancels,
                new GroupDesk(session, groups, book, orderIds, writer, wire, answers, cancels, clock),
                new ModifyDesk(session, gate.gate(), book, writer, wire, changes, outbox, clock),
                new PreviewDesk(session, gate.gate(), book, orderIds, wire, previews, outbox, clock),
                clock,
                servers.meters);
        OrderProgress progress =
                new OrderProgress(session.clientId(), book, orderIds, changes, outbox, () -> {}, clock);
        OrderRecovery recovery = new OrderRecovery(book, orderIds, progress, () -> {}, Duration.ofMinutes(5), clock);
        ExecutionFeed executions = new ExecutionFeed(session.clientId(), book, orderIds, changes, outbox, clock);
        OrderCallbacks callbacks =
                new OrderCallbacks(book, progress, executions, recovery, cancels, previews, servers.meters);
        OrderRunner runner = new OrderRunner(servers.bus, desk, book, journal, orderIds, recovery, previews, clock);
        outbox.start();
        runner.load();
        runner.start();
        process = new Wired(outbox, runner, writer, callbacks);
    }

    void stopProcess() {
        Wired running = process;
        if (running != null) {
            Thread runnerClosing = Thread.ofVirtual().start(running.runner::close);
            running.outbox.close();
            join(runnerClosing);
            running.writer.close();
            process = null;
        }
    }

    void restart() {
        stopProcess();
        start();
    }

    void tradingState(TradingState state) {
        version++;
        told = state;
        gate.limit();
        tradingState.onRiskState(new RiskState(state, version, "test", "because", clock.instant(), clock.instant()));
    }

    /** The trading state is told again before, as the risk-manager does every few seconds. */
    void submit(Order order) {
        tradingState(told);
        command(new OrderCommand.Submit(order, "engine"), clock.instant());
    }

    void command(OrderCommand command, Instant at) {
        servers.bus.publish(
                Topics.ORDER_COMMAND, Topics.ORDER_COMMAND.envelope(ids.next(), at, command.key(), command));
    }

    void hear(GatewayEvent... heard) {
        Objects.requireNonNull(process).callbacks.onEvents(new EventBatch(1, clock.instant(), List.of(heard)));
    }

    <T extends OrderEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The first event of a kind; waits for it. */
    <T extends OrderEvent> T event(Class<T> kind) {
        await().atMost(PATIENCE).until(() -> !events(kind).isEmpty());
        return events(kind).getFirst();
    }

    String stateInJournal(ClientOrderId id) {
        return journal.find(id).map(row -> row.state().name()).orElse("");
    }

    @Override
    public void close() {
        RealRedis.start();
        RealPostgres.start();
        Thread tailClosing = Thread.ofVirtual().start(tail::close);
        stopProcess();
        join(tailClosing);
        servers.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
