package com.quanticity.ibkr.console;

import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractReference;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.ops.OpsReply;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.position.AccountValue;
import com.quanticity.ibkr.model.position.Position;
import com.quanticity.ibkr.model.risk.RiskState;
import com.quanticity.ibkr.model.risk.TradingState;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.Ulid;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the services say, for tests. */
public final class Facts {

    public static final String ACCOUNT = "DU1234567";
    public static final long CONNECTION = 1_700_000_000_000L;

    private static final Ulid IDS = new Ulid(Clock.systemUTC());

    private Facts() {}

    public static String ulid() {
        return IDS.next();
    }

    public static ContractReference contract(String symbol, int id, Instant at) {
        Contract contract =
                new Contract(ContractId.of(id), symbol, SecurityType.STOCK, "SMART", "ARCA", "USD", symbol, symbol);
        return ContractReference.of(
                contract, symbol + " Inc", new BigDecimal("0.01"), List.of("SMART"), "US/Eastern", "", at);
    }

    public static Quote quote(String symbol, int id, String bid, String ask, long sequence, Instant at) {
        return quote(symbol, id, new BigDecimal(bid), new BigDecimal(ask), CONNECTION, sequence, at);
    }

    public static Quote quote(
            String symbol,
            int id,
            @Nullable BigDecimal bid,
            @Nullable BigDecimal ask,
            long connection,
            long sequence,
            Instant at) {
        return new Quote(
                symbol,
                ContractId.of(id),
                bid,
                bid == null ? null : new BigDecimal("300"),
                ask,
                ask == null ? null : new BigDecimal("1200"),
                ask,
                new BigDecimal("100"),
                "KPQ",
                "Z",
                MarketDataType.LIVE,
                connection,
                sequence,
                at);
    }

    public static QuoteBatch batch(Quote... quotes) {
        return QuoteBatch.of(quotes);
    }

    public static SessionStatus session(ClientIdOwner owner, SessionState state, Instant since, Instant at) {
        boolean ready = state == SessionState.READY;
        return new SessionStatus(
                owner.clientId(),
                owner.component(),
                state,
                since,
                "127.0.0.1:4002",
                ready ? Integer.valueOf(200) : null,
                ready ? CONNECTION : 0,
                ready ? "synchronised" : "connection refused",
                ready ? 0 : 3,
                ready ? null : at.plus(Duration.ofSeconds(4)),
                ready ? at : null,
                0,
                at);
    }

    public static Order order(Side side, String symbol, String quantity, @Nullable String limit) {
        return new Order(
                ClientOrderId.of(ulid()),
                ACCOUNT,
                symbol,
                side,
                limit == null ? OrderType.MARKET : OrderType.LIMIT,
                new BigDecimal(quantity),
                limit == null ? null : new BigDecimal(limit),
                TimeInForce.DAY,
                "manual");
    }

    public static OrderSnapshot snapshot(Order order, OrderStatus status, long version, Instant at) {
        boolean filled = status == OrderStatus.FILLED;
        boolean denied = status == OrderStatus.DENIED;
        return new OrderSnapshot(
                order,
                status,
                denied ? null : ClientIdOwner.IBKR_ADAPTER.clientId(),
                denied ? null : OrderId.of(17),
                filled ? PermId.of(900_417) : null,
                filled ? order.quantity() : BigDecimal.ZERO,
                filled ? new BigDecimal("170.41") : null,
                null,
                denied ? "TRADING_HALTED" : "",
                denied ? "Trading is halted; ask the risk officer to resume it." : "",
                version,
                at,
                at);
    }

    public static ExecutionEvent changed(OrderSnapshot snapshot) {
        return new ExecutionEvent.OrderChanged(snapshot);
    }

    public static LedgerPosition ours(String symbol, int id, String quantity, Instant at) {
        return new LedgerPosition(
                ACCOUNT,
                ContractId.of(id),
                symbol,
                new BigDecimal(quantity),
                new BigDecimal("170.41"),
                BigDecimal.ZERO,
                new BigDecimal("1.00"),
                at);
    }

    public static Position brokers(String symbol, int id, String quantity, Instant at) {
        return new Position(ACCOUNT, ContractId.of(id), symbol, new BigDecimal(quantity), new BigDecimal("170.42"), at);
    }

    public static AccountValue account(String tag, String value, Instant at) {
        return new AccountValue(ACCOUNT, tag, value, "USD", at);
    }

    public static RiskState risk(TradingState state, long version, String by, Instant since, Instant at) {
        return new RiskState(state, version, by, state == TradingState.ACTIVE ? "" : "test", since, at);
    }

    public static OpsReply done(String commandId, String component, Instant at) {
        return new OpsReply(commandId, component, OpsReply.Outcome.DONE, "done", at);
    }
}
