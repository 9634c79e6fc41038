package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.parent.ParentState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bracket rolled up from its orders: filled and open are its entry's, and it has ended when entry and legs have and nothing is held.
 *
 * @param entry null before it is stored
 * @param entered filled by the entry
 * @param entryOpen what the entry may still fill
 * @param exited filled by all legs
 * @param liveLegs whether a leg has not ended
 */
public record BracketRollUp(
        @Nullable OrderSnapshot entry, BigDecimal entered, BigDecimal entryOpen, BigDecimal exited, boolean liveLegs) {

    public static final String ENTRY = "ENTRY";

    public static BracketRollUp of(List<ChildOrder> children, Map<ClientOrderId, String> roles) {
        OrderSnapshot entry = null;
        BigDecimal exited = BigDecimal.ZERO;
        boolean live = false;
        for (ChildOrder child : children) {
            OrderSnapshot order = child.snapshot();
            if (ENTRY.equals(roles.get(order.order().clientOrderId()))) {
                entry = order;
            } else {
                exited = exited.add(order.filledQuantity());
                live |= !order.status().isTerminal();
            }
        }
        BigDecimal entered = entry == null ? BigDecimal.ZERO : entry.filledQuantity();
        BigDecimal open = entry == null || entry.status().isTerminal()
                ? BigDecimal.ZERO
                : entry.order().quantity().subtract(entered).max(BigDecimal.ZERO);
        return new BracketRollUp(entry, entered, open, exited, live);
    }

    /**
     * @param held with a request to end and nothing at work, a person has taken over what is left: it ends as it is
     */
    ParentState state(boolean endRequested, boolean held) {
        if (entry == null) {
            return ParentState.STORED;
        }
        boolean flat = entered.compareTo(exited) == 0;
        if (!flat && endRequested && held && entry.status().isTerminal() && !liveLegs) {
            return ParentState.CANCELLED;
        }
        if (!entry.status().isTerminal() || liveLegs || !flat) {
            return endRequested && flat ? ParentState.CANCELLING : ParentState.WORKING;
        }
        return entered.signum() > 0 ? ParentState.FILLED : ParentState.CANCELLED;
    }
}
