package com.quanticity.ibkr.console;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.market.DepthTurn;
import com.quanticity.ibkr.model.market.HistoryProgress;
import com.quanticity.ibkr.model.market.MarketStatus;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.RiskState;
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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private static final List<String> SYMBOLS =
            List.of("SPY", "QQQ", "IWM", "AAPL", "MSFT", "NVDA", "TSLA", "AMZN", "META", "GOOG");

    private final StreamBus bus;
    private final StringRedisTemplate redis;
    private final boolean lost;
    private final Random random = new Random(7);
    private final Clock clock;
    private final Instant start;
    private final AtomicReference<RiskState> risk;
    private long sequence;
    private int round;

    private Demonstration(StreamBus bus, StringRedisTemplate redis, Clock clock, boolean lost) {
        this.bus = bus;
        this.redis = redis;
        this.clock = clock;
        this.start = clock.instant();
        this.lost = lost;
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
        for (int i = 0; i < SYMBOLS.size(); i++) {
            bus.publish(Topics.CONTRACT_REFERENCE, SYMBOLS.get(i), Facts.contract(SYMBOLS.get(i), 100 + i, start));
        }
        bus.tail(Topics.OPS_COMMAND, TailFrom.NOW, message -> onCommand(message.data()));
        account();
        orders();
        downloads();
        streams();
        try (ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor()) {
            rounds.scheduleAtFixedRate(this::round, 0, 100, TimeUnit.MILLISECONDS)
                    .get();
        }
    }

    private void round() {
        sessions(round);
        if (!lost || round < 40) {
            quotes(round);
        }
        if (round % 20 == 0) {
            repeatRisk();
        }
        if (round % 100 == 0) {
            turns(round / 100);
        }
        round++;
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

    private void quotes(int round) {
        for (int i = 0; i < SYMBOLS.size(); i++) {
            if (round > 0 && (i == 2 || random.nextInt(3) > 0)) {
                continue;
            }
            BigDecimal bid = BigDecimal.valueOf(16_900 + 1_000L * i + random.nextInt(40), 2);
            bus.publish(
                    Topics.MARKET_QUOTE,
                    "",
                    Facts.batch(Facts.quote(
                            SYMBOLS.get(i),
                            100 + i,
                            bid,
                            bid.add(new BigDecimal("0.02")),
                            Facts.CONNECTION,
                            ++sequence,
                            clock.instant())));
        }
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

    private void streams() {
        Instant now = clock.instant();
        stream("SPY", "DEPTH", MarketStatus.State.LIVE, new DepthTurn(1, null).text(), now);
        stream("AAPL", "LEVEL_1", MarketStatus.State.LIVE, "", now.minusSeconds(600));
        stream("TSLA", "LEVEL_1", MarketStatus.State.BEHIND, "90000 of 262144 events wait in the adapter", now);
        stream("NVDA", "DEPTH", MarketStatus.State.REFUSED, "354 not subscribed", now.minusSeconds(60));
    }

    /** Every ten seconds two other symbols have the slots that turn. */
    private void turns(int turn) {
        Instant now = clock.instant();
        List<String> turning = List.of("QQQ", "IWM", "MSFT", "AMZN");
        for (int slot = 2; slot <= 3; slot++) {
            String ends = turning.get((2 * turn + slot + 2) % turning.size());
            String begins = turning.get((2 * turn + slot) % turning.size());
            stream(ends, "DEPTH", MarketStatus.State.WAITING, "", now);
            stream(begins, "DEPTH", MarketStatus.State.LIVE, new DepthTurn(slot, now.plusSeconds(10)).text(), now);
        }
    }

    private void stream(String symbol, String kind, MarketStatus.State state, String reason, Instant at) {
        bus.publish(
                Topics.MARKET_STATUS,
                symbol,
                new MarketStatus(symbol, ContractId.of(100), kind, state, reason, 1, at, null, at));
    }

    private void downloads() {
        download("1", "SPY", "1 min TRADES", HistoryProgress.State.DONE, "", 100);
        download(
                "2",
                "QQQ",
                "ticks BID_ASK",
                HistoryProgress.State.WAITING_PACING,
                "the limits on queries for the past",
                37);
        download(
                "3",
                "IWM",
                "1 day TRADES",
                HistoryProgress.State.PARTLY,
                "the broker has nothing for some intervals",
                100);
        download("4", "AAPL", "5 secs MIDPOINT", HistoryProgress.State.RUNNING, "", 62);
        download(
                "5",
                "NOSUCH",
                "1 hour TRADES",
                HistoryProgress.State.FAILED,
                "200 No security definition has been found",
                0);
    }

    private void download(
            String id, String symbol, String what, HistoryProgress.State state, String reason, int percent) {
        Instant now = clock.instant();
        bus.publish(
                Topics.HISTORY_PROGRESS,
                id,
                new HistoryProgress(
                        "01JH000000000000000000000" + id,
                        symbol,
                        ContractId.of(100),
                        what,
                        now.minus(Duration.ofDays(10)),
                        now.minus(Duration.ofDays(1)),
                        state,
                        reason,
                        state == HistoryProgress.State.WAITING_PACING ? now.plusSeconds(9) : null,
                        percent,
                        percent * 1_234L,
                        percent,
                        100L - percent,
                        state == HistoryProgress.State.FAILED ? null : now.plus(Duration.ofMinutes(100L - percent)),
                        now));
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
        switch (command) {
            case OpsCommand.Halt halt ->
                risk.set(Facts.risk(TradingState.HALTED, before.version() + 1, halt.by(), now, now));
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

    private void repeatRisk() {
        RiskState state = risk.get();
        bus.publish(
                Topics.RISK_STATE,
                "",
                new RiskState(
                        state.state(), state.version(), state.by(), state.reason(), state.since(), clock.instant()));
    }
}
