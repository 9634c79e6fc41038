package com.quanticity.ibkr.console;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import com.quanticity.ibkr.model.reconcile.DiscrepancyState;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.ScopedState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.TailFrom;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The console with a test peer that plays the services on the streams, to look at: argument {@code lost} plays a lost gateway. Log in as
 * {@code trader} or {@code officer}, password {@code demonstration}.
 */
final class Demonstration {

    private final StreamBus bus;
    private final StringRedisTemplate redis;
    private final boolean lost;
    private final DemonstratedMarket market;
    private final Random random = new Random(7);
    private final Clock clock;
    private final Instant start;
    private final AtomicReference<RiskState> risk;
    private int round;

    private Demonstration(StreamBus bus, StringRedisTemplate redis, Clock clock, boolean lost) {
        this.bus = bus;
        this.redis = redis;
        this.clock = clock;
        this.start = clock.instant();
        this.lost = lost;
        this.market = new DemonstratedMarket(bus, clock);
        this.risk = new AtomicReference<>(
                Facts.risk(TradingState.ACTIVE, 1, "configuration", start.minus(Duration.ofHours(3)), start));
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        FreshDatabase database = RealPostgres.freshDatabase();
        RealRedis.flush();
        System.setProperty("spring.data.redis.host", RealRedis.host());
        System.setProperty("spring.data.redis.port", Integer.toString(RealRedis.port()));
        System.setProperty("spring.datasource.url", database.jdbcUrl());
        System.setProperty("spring.datasource.username", database.username());
        System.setProperty("spring.datasource.password", database.password());
        System.setProperty("ibkr.service.token", "demonstration-token");
        System.setProperty("ibkr.console.environment", "SIM");
        user(0, "trader", "trader");
        user(1, "officer", "risk_officer");
        user(2, "viewer", "viewer");
        ConfigurableApplicationContext context = SpringApplication.run(ConsoleApplication.class, arguments);
        boolean lost = List.of(arguments).contains("lost");
        new Demonstration(
                        context.getBean(StreamBus.class),
                        context.getBean(StringRedisTemplate.class),
                        context.getBean(Clock.class),
                        lost)
                .play();
    }

    private static void user(int index, String name, String role) {
        System.setProperty("ibkr.console.users[" + index + "].name", name);
        System.setProperty("ibkr.console.users[" + index + "].password", "{noop}demonstration");
        System.setProperty("ibkr.console.users[" + index + "].role", role);
    }

    /** Plays until the process ends, or a round fails. */
    private void play() throws InterruptedException, ExecutionException {
        market.open();
        bus.tail(Topics.OPS_COMMAND, TailFrom.NOW, message -> onCommand(message.data()));
        account();
        discrepancies();
        orders();
        try (ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor()) {
            rounds.scheduleAtFixedRate(this::round, 0, 100, TimeUnit.MILLISECONDS)
                    .get();
        }
    }

    private void round() {
        sessions(round);
        if (!lost || round < 40) {
            market.quotes(round);
        }
        if (round % 20 == 0) {
            repeatRisk();
        }
        if (round % 100 == 0) {
            market.turns(round / 100);
        }
        round++;
    }

    private void discrepancies() {
        discrepancy("01K9ZZZZZZZZZZZZZZZZZZZZZ1", DiscrepancyKind.POSITION, "SPY", "", "100", "120", "positions");
        discrepancy(
                "01K9ZZZZZZZZZZZZZZZZZZZZZ2",
                DiscrepancyKind.FILL_NOT_IN_LEDGER,
                "QQQ",
                "0000e0d5.65e1.01.01",
                "",
                "BUY 40 @ 501.25",
                "drop-copy");
        discrepancy(
                "01K9ZZZZZZZZZZZZZZZZZZZZZ3",
                DiscrepancyKind.STATEMENT_CASH,
                "",
                "USD",
                "1.85",
                "2.15",
                "statement 2026-11-20");
    }

    private void discrepancy(
            String id,
            DiscrepancyKind kind,
            String symbol,
            String reference,
            String ours,
            String theirs,
            String witness) {
        Instant since = start.minus(Duration.ofMinutes(3));
        bus.publish(
                Topics.EXECUTION_EVENT,
                id,
                new ExecutionEvent.DiscrepancyChanged(new Discrepancy(
                        id,
                        kind,
                        "DU1234567",
                        symbol.isEmpty() ? null : ContractId.of(100),
                        symbol,
                        reference,
                        ours,
                        theirs,
                        witness,
                        DiscrepancyState.OPEN,
                        since,
                        since,
                        null,
                        null,
                        "",
                        "",
                        1,
                        start)));
    }

    private void sessions(int round) {
        if (round % 10 != 0) {
            return;
        }
        Instant now = clock.instant();
        boolean down = lost && round >= 40;
        session(ClientIdOwner.IBKR_ADAPTER, down ? SessionState.DISCONNECTED : SessionState.READY, now);
        session(ClientIdOwner.RISK_MANAGER, down ? SessionState.CONNECTING : SessionState.READY, now);
        session(ClientIdOwner.EXECUTION_REPLAY, SessionState.READY, now);
    }

    private void session(ClientIdOwner owner, SessionState state, Instant now) {
        Instant since = state == SessionState.READY ? start.minus(Duration.ofMinutes(192)) : start.plusSeconds(4);
        redis.opsForValue()
                .set(SessionStatus.key(owner.clientId()), ModelJson.write(Facts.session(owner, state, since, now)));
    }

    private void account() {
        Instant now = clock.instant();
        List.of(
                        "NetLiquidation",
                        "TotalCashValue",
                        "BuyingPower",
                        "AvailableFunds",
                        "ExcessLiquidity",
                        "MaintMarginReq")
                .forEach(tag -> bus.publish(
                        Topics.ACCOUNT_VALUE,
                        tag,
                        Facts.account(
                                tag, String.format(Locale.ROOT, "%d.25", 1_000_000 + random.nextInt(900_000)), now)));
        bus.publish(Topics.ACCOUNT_POSITION, "SPY", Facts.brokers("SPY", 100, "110", now));
        bus.publish(Topics.ACCOUNT_POSITION, "AAPL", Facts.brokers("AAPL", 103, "-40", now));
        bus.publish(
                Topics.EXECUTION_EVENT, "SPY", new ExecutionEvent.PositionChanged(Facts.ours("SPY", 100, "110", now)));
        bus.publish(
                Topics.EXECUTION_EVENT,
                "AAPL",
                new ExecutionEvent.PositionChanged(Facts.ours("AAPL", 103, "-30", now)));
    }

    private void orders() {
        order(Side.BUY, "SPY", "10", null, OrderStatus.FILLED);
        order(Side.BUY, "SPY", "100", "168.90", OrderStatus.FILLED);
        order(Side.SELL, "AAPL", "30", "201.50", OrderStatus.FILLED);
        order(Side.BUY, "MSFT", "1200", "208.75", OrderStatus.WORKING);
        order(Side.BUY, "NVDA", "5", null, OrderStatus.DENIED);
        order(Side.SELL, "QQQ", "50", "181.00", OrderStatus.IN_FLIGHT);
    }

    private void order(Side side, String symbol, String quantity, @Nullable String limit, OrderStatus status) {
        Order order = Facts.order(side, symbol, quantity, limit);
        bus.publish(
                Topics.EXECUTION_EVENT,
                order.clientOrderId().toString(),
                Facts.changed(Facts.snapshot(order, status, 3, clock.instant())));
    }

    private void onCommand(OpsCommand command) {
        RiskState before = risk.get();
        Instant now = clock.instant();
        if (!command.scope().equals(RiskScope.FIRM)) {
            onScope(command, before, now);
            return;
        }
        switch (command) {
            case OpsCommand.Halt halt ->
                risk.set(Facts.risk(TradingState.HALTED, before.version() + 1, halt.by(), now, now));
            case OpsCommand.Reduce reduce ->
                risk.set(Facts.risk(TradingState.REDUCING, before.version() + 1, reduce.by(), now, now));
            case OpsCommand.Resume resume ->
                risk.set(Facts.risk(
                        TradingState.ACTIVE,
                        before.version() + 1,
                        resume.requestedBy() + " and " + resume.approvedBy(),
                        now,
                        now));
        }
        repeatRisk();
        bus.publish(Topics.OPS_REPLY, "", Facts.done(command.commandId(), "risk-manager", now));
        bus.publish(Topics.OPS_REPLY, "", Facts.done(command.commandId(), "ibkr-adapter", now));
        bus.publish(Topics.OPS_REPLY, "", Facts.done(command.commandId(), "execution-engine", now));
    }

    private void onScope(OpsCommand command, RiskState before, Instant now) {
        List<ScopedState> scopes = new ArrayList<>(before.scopes());
        scopes.removeIf(scoped -> scoped.scope().equals(command.scope()));
        switch (command) {
            case OpsCommand.Halt halt ->
                scopes.add(new ScopedState(halt.scope(), TradingState.HALTED, halt.by(), halt.reason(), now));
            case OpsCommand.Reduce reduce ->
                scopes.add(new ScopedState(reduce.scope(), TradingState.REDUCING, reduce.by(), reduce.reason(), now));
            case OpsCommand.Resume _ -> {}
        }
        risk.set(new RiskState(
                before.state(), before.version() + 1, before.by(), before.reason(), before.since(), now, scopes));
        repeatRisk();
    }

    private void repeatRisk() {
        RiskState state = risk.get();
        bus.publish(
                Topics.RISK_STATE,
                "",
                new RiskState(
                        state.state(),
                        state.version(),
                        state.by(),
                        state.reason(),
                        state.since(),
                        clock.instant(),
                        state.scopes()));
    }
}
