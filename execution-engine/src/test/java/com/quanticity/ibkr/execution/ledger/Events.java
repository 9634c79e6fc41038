package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Facts about one order, each at a second of the test's time. */
record Events(@Nullable ClientOrderId id, int orderNumber) {

    static final ClientOrderId SOME_ORDER = ClientOrderId.of("01ARZ3NDEKTSV4RRFFQ69G5FAV");
    private static final ClientId CLIENT = ClientId.of(1);
    private static final PermId PERM = PermId.of(77);
    private static final Instant START = Instant.parse("2013-10-07T13:30:00Z");

    Events() {
        this(SOME_ORDER, 5);
    }

    static Instant time(int second) {
        return START.plusSeconds(second);
    }

    OrderEvent accepted(int second) {
        return new OrderEvent.Accepted(ours(), CLIENT, orderId(), time(second));
    }

    OrderEvent working(int second) {
        return new OrderEvent.Working(
                ours(), CLIENT, orderId(), PERM, "Submitted", BigDecimal.ZERO, BigDecimal.TEN, time(second));
    }

    OrderEvent cancelled(int second) {
        return new OrderEvent.Cancelled(ours(), CLIENT, orderId(), PERM, "Cancelled", "asked for", time(second));
    }

    OrderEvent rejected(int second) {
        return new OrderEvent.Rejected(ours(), CLIENT, orderId(), 201, "no margin", time(second));
    }

    OrderEvent denied(int second) {
        return new OrderEvent.Denied(ours(), DenialReason.TRADING_HALTED, "halted", "", "", time(second));
    }

    OrderEvent unknown(int second) {
        return new OrderEvent.Unknown(ours(), CLIENT, orderId(), "link lost", time(second));
    }

    OrderEvent refused(int second) {
        return new OrderEvent.RequestRefused(ours(), 161, "refused at " + second, time(second));
    }

    OrderEvent executed(int second, String execId, Side side, String quantity, String price) {
        return executed(second, execId, side, quantity, price, "DU1234567", 756733);
    }

    OrderEvent executed(
            int second, String execId, Side side, String quantity, String price, String account, int contractId) {
        Execution execution = new Execution(
                execId,
                CLIENT,
                orderId(),
                PERM,
                account,
                ContractId.of(contractId),
                "SPY",
                side,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(quantity),
                null,
                "ARCA",
                time(second));
        return new OrderEvent.Executed(id, execution, time(second));
    }

    OrderEvent commission(int second, String execId, @Nullable String amount) {
        CommissionReport report =
                new CommissionReport(execId, amount == null ? null : new BigDecimal(amount), "USD", null);
        return new OrderEvent.CommissionReported(id, report, time(second));
    }

    private OrderId orderId() {
        return OrderId.of(orderNumber);
    }

    private ClientOrderId ours() {
        return id == null ? SOME_ORDER : id;
    }
}
