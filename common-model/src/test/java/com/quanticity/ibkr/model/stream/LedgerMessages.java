package com.quanticity.ibkr.model.stream;

import static com.quanticity.ibkr.model.stream.OrderMessages.EXECUTION;
import static com.quanticity.ibkr.model.stream.OrderMessages.ORDER;
import static com.quanticity.ibkr.model.stream.TopicMessages.AT;
import static com.quanticity.ibkr.model.stream.TopicMessages.ID;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.execution.LedgerPosition;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import com.quanticity.ibkr.model.reconcile.DiscrepancyState;
import com.quanticity.ibkr.model.reconcile.InstrumentLock;
import com.quanticity.ibkr.model.reconcile.InstrumentLocks;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A message of every type about what was executed, by our ledger and by the broker's witness, with every field filled. */
final class LedgerMessages {

    static final DropCopyOrder SEEN = new DropCopyOrder(
            9_876_543_210L,
            ClientId.of(0),
            OrderId.of(-3),
            "",
            TradeOrigin.MANUAL,
            "DU1",
            ContractId.of(756733),
            "SPY",
            Side.SELL,
            "STP LMT",
            BigDecimal.TEN,
            null,
            "Submitted",
            true,
            BigDecimal.ZERO,
            null,
            AT);

    static Stream<Arguments> messages() {
        OrderSnapshot snapshot = new OrderSnapshot(
                ORDER,
                OrderStatus.WORKING,
                ClientId.of(1),
                OrderId.of(7),
                null,
                BigDecimal.ZERO,
                null,
                null,
                "",
                "",
                3,
                AT,
                AT);
        return Stream.of(
                Arguments.of(Topics.DROPCOPY_EVENT, "order-seen", new DropCopyEvent.OrderSeen(SEEN)),
                Arguments.of(
                        Topics.DROPCOPY_EVENT,
                        "execution-seen",
                        new DropCopyEvent.ExecutionSeen(EXECUTION, "", TradeOrigin.MANUAL, AT)),
                Arguments.of(
                        Topics.DROPCOPY_EVENT,
                        "commission-seen",
                        new DropCopyEvent.CommissionSeen(new CommissionReport("0001.01.01", null, "USD", null), AT)),
                Arguments.of(Topics.DROPCOPY_EVENT, "complete", new DropCopyEvent.Complete(1, 2, AT)),
                Arguments.of(Topics.DROPCOPY_EVENT, "lost", new DropCopyEvent.Lost("link cut", AT)),
                Arguments.of(
                        Topics.RECONCILE_LOCK,
                        "instrument-locks",
                        new InstrumentLocks(
                                2,
                                List.of(new InstrumentLock("DU1", null, "SPY", ID.value(), "ours 1, theirs 2", AT)),
                                AT)),
                Arguments.of(
                        Topics.EXECUTION_EVENT,
                        "discrepancy-changed",
                        new ExecutionEvent.DiscrepancyChanged(new Discrepancy(
                                ID.value(),
                                DiscrepancyKind.POSITION,
                                "DU1",
                                ContractId.of(756733),
                                "SPY",
                                "",
                                "10",
                                "12",
                                "positions",
                                DiscrepancyState.OPEN,
                                AT,
                                AT,
                                null,
                                null,
                                "",
                                "",
                                1,
                                AT))),
                Arguments.of(Topics.EXECUTION_EVENT, "order-changed", new ExecutionEvent.OrderChanged(snapshot)),
                Arguments.of(
                        Topics.EXECUTION_EVENT,
                        "position-changed",
                        new ExecutionEvent.PositionChanged(new LedgerPosition(
                                "DU1",
                                ContractId.of(1),
                                "SPY",
                                BigDecimal.ONE,
                                new BigDecimal("1.5"),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                AT))));
    }

    private LedgerMessages() {}
}
