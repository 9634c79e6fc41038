package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent.CommissionReported;
import com.quanticity.ibkr.model.order.OrderEvent.Executed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Front door for fills that do not come by the trading path: outside fills of the drop copy, and what a person books. They take the same
 * way as all others, so one that comes by both paths counts once. Each method takes part in the caller's transaction. Thread-safe.
 */
public final class AdoptedFills {

    private final FillLedger ledger;

    AdoptedFills(FillLedger ledger) {
        this.ledger = ledger;
    }

    /** @param owner our order it belongs to, null when it is nobody's of ours */
    public void executed(Execution execution, @Nullable ClientOrderId owner, TradeOrigin origin, Instant at) {
        ledger.executed(new Executed(owner, execution, at), origin);
    }

    public void commissionReported(CommissionReport report, Instant at) {
        ledger.commissionReported(new CommissionReported(null, report, at));
    }
}
