package com.quanticity.ibkr.risk.dropcopy;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.execution.GatewayExecution;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.GatewayOrderStatus;
import com.quanticity.ibkr.gateway.time.GatewayTimes;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent.ExecutionSeen;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From the gateway's records to the desk's. What cannot be read is refused with an {@link IllegalArgumentException}, never guessed. */
final class DropCopyMapper {

    private DropCopyMapper() {}

    static DropCopyOrder open(TradingEvent.OpenOrder open, long permId, Instant at) {
        return order(
                open.orderId(),
                permId,
                open.contract(),
                open.order(),
                open.orderState().status(),
                at);
    }

    static DropCopyOrder completed(TradingEvent.CompletedOrder completed, long permId, Instant at) {
        DropCopyOrder order = order(
                0,
                permId,
                completed.contract(),
                completed.order(),
                completed.orderState().status(),
                at);
        return withStatus(order, order.status(), false, null, null, at);
    }

    /** The same order after a status. */
    static DropCopyOrder after(DropCopyOrder order, TradingEvent.OrderStatus status, Instant at) {
        boolean open = isOpen(status.status(), status.whyHeld());
        return withStatus(order, status.status(), open, status.filled(), status.remaining(), at);
    }

    /** The same order, not among the open ones any more. */
    static DropCopyOrder gone(DropCopyOrder order, Instant at) {
        return withStatus(order, order.status(), false, order.filledQuantity(), order.remainingQuantity(), at);
    }

    /** The same order with the fill of an earlier status. */
    static DropCopyOrder filledAs(DropCopyOrder order, DropCopyOrder known) {
        return withStatus(
                order, order.status(), order.open(), known.filledQuantity(), known.remainingQuantity(), order.at());
    }

    /** The same order, heard at another time. */
    static DropCopyOrder at(DropCopyOrder order, Instant at) {
        return withStatus(order, order.status(), order.open(), order.filledQuantity(), order.remainingQuantity(), at);
    }

    static ExecutionSeen execution(TradingEvent.ExecDetails details, Instant at) {
        GatewayExecution wire = details.execution();
        ClientId clientId = ClientId.of(wire.clientId());
        SecurityType type = SecurityType.ofWireCode(details.contract().secType());
        Execution execution = new Execution(
                wire.execId(),
                clientId,
                OrderId.of(wire.orderId()),
                wire.permId() == null ? null : PermId.of(wire.permId()),
                wire.acctNumber(),
                ContractId.of(details.contract().conId(), type),
                details.contract().symbol(),
                side(wire),
                wire.shares(),
                wire.price(),
                wire.cumQty(),
                wire.avgPrice(),
                wire.exchange(),
                GatewayTimes.parse(wire.time()).moment().orElse(null),
                type,
                details.contract().units());
        TradeOrigin origin = TradeOrigin.ofExecution(
                clientId,
                wire.orderId(),
                wire.orderRef(),
                details.contract().secType(),
                wire.price(),
                wire.liquidation() == 1,
                wire.permId() != null);
        return new ExecutionSeen(execution, wire.orderRef(), origin, at);
    }

    static CommissionReport commission(TradingEvent.CommissionReport wire) {
        return new CommissionReport(wire.execId(), wire.commission(), wire.currency(), wire.realizedPnl());
    }

    private static DropCopyOrder order(
            int orderId, long permId, GatewayContract contract, GatewayOrder wire, String status, Instant at) {
        ClientId clientId = ClientId.of(wire.identity().clientId());
        return new DropCopyOrder(
                permId,
                clientId,
                OrderId.of(orderId),
                wire.orderRef(),
                TradeOrigin.ofOrder(clientId, orderId, wire.orderRef()),
                wire.account(),
                contract.conId() > 0 ? ContractId.of(contract.conId()) : null,
                contract.symbol(),
                wire.action().startsWith("B") ? Side.BUY : Side.SELL,
                wire.orderType(),
                wire.totalQuantity(),
                wire.lmtPrice(),
                status,
                isOpen(status, ""),
                null,
                null,
                at);
    }

    private static DropCopyOrder withStatus(
            DropCopyOrder order,
            String status,
            boolean open,
            @Nullable BigDecimal filled,
            @Nullable BigDecimal remaining,
            Instant at) {
        return new DropCopyOrder(
                order.permId(),
                order.clientId(),
                order.orderId(),
                order.orderRef(),
                order.origin(),
                order.account(),
                order.contractId(),
                order.symbol(),
                order.side(),
                order.type(),
                order.quantity(),
                order.limitPrice(),
                status,
                open,
                filled,
                remaining,
                at);
    }

    /** An inactive order is out unless it waits for shares to borrow. */
    private static boolean isOpen(String status, String whyHeld) {
        GatewayOrderStatus known = GatewayOrderStatus.of(status);
        return switch (known) {
            case CANCELLED, API_CANCELLED, FILLED -> false;
            case INACTIVE -> whyHeld.contains("locate");
            case API_PENDING, PENDING_SUBMIT, PRE_SUBMITTED, SUBMITTED, PENDING_CANCEL, UNRECOGNISED -> true;
        };
    }

    private static Side side(GatewayExecution wire) {
        if (wire.isBuy()) {
            return Side.BUY;
        }
        if (wire.isSell()) {
            return Side.SELL;
        }
        throw new IllegalArgumentException("execution side must be BOT or SLD, was '" + wire.side() + "'");
    }
}
