package com.quanticity.ibkr.execution.reconcile.witness;

import com.quanticity.ibkr.execution.ledger.AdoptedFills;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.stream.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes what the drop copy tells, each message in a transaction of its own; a second delivery changes nothing. Fills and orders from outside
 * are adopted at once. Our own fills only become the witness's side: they must come by the trading path, and one that does not is a
 * discrepancy.
 */
final class DropCopyIntake {

    private static final Logger LOG = LoggerFactory.getLogger(DropCopyIntake.class);

    private final WitnessedFills witnessed;
    private final OutsideOrders outside;
    private final AdoptedFills fills;
    private final TransactionOperations transactions;

    DropCopyIntake(
            WitnessedFills witnessed, OutsideOrders outside, AdoptedFills fills, TransactionOperations transactions) {
        this.witnessed = witnessed;
        this.outside = outside;
        this.fills = fills;
        this.transactions = transactions;
    }

    void handle(Envelope<DropCopyEvent> message) {
        transactions.executeWithoutResult(_ -> take(message.data()));
    }

    private void take(DropCopyEvent event) {
        switch (event) {
            case DropCopyEvent.OrderSeen(DropCopyOrder order) -> take(order);
            case DropCopyEvent.ExecutionSeen seen -> {
                witnessed.keep(seen);
                if (seen.origin().isOutside()) {
                    fills.executed(seen.execution(), null, seen.origin(), seen.at());
                }
            }
            case DropCopyEvent.CommissionSeen seen -> fills.commissionReported(seen.report(), seen.at());
            case DropCopyEvent.Complete complete -> witnessed.complete(complete.at());
            case DropCopyEvent.Lost lost -> witnessed.lost(lost.at());
        }
    }

    private void take(DropCopyOrder order) {
        if (!order.origin().isOutside() && !outside.isKnown(order.permId())) {
            return;
        }
        if (outside.keep(order)) {
            LOG.info(
                    "outside order adopted permId={} origin={} clientId={} symbol={} side={} quantity={} status={}",
                    order.permId(),
                    order.origin(),
                    order.clientId(),
                    order.symbol(),
                    order.side(),
                    order.quantity(),
                    order.status());
        }
    }
}
