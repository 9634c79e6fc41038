package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.stream.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what changed of a parent, and tells it on {@code execution.event}, in the caller's transaction. Thread-safe. */
public final class ParentBook {

    private static final Logger LOG = LoggerFactory.getLogger(ParentBook.class);

    private final Parents parents;
    private final Children children;
    private final Outbox outbox;
    private final Clock clock;
    private final MeterRegistry meters;

    ParentBook(Parents parents, Children children, Outbox outbox, Clock clock, MeterRegistry meters) {
        this.parents = parents;
        this.children = children;
        this.outbox = outbox;
        this.clock = clock;
        this.meters = meters;
    }

    /** Tells a parent that was just stored. */
    public void tellStored(Parent parent) {
        tell(parent);
        LOG.info(
                "parent stored parentOrderId={} plan={} algorithm={} strategy={} person={} side={} quantity={}"
                        + " symbol={}",
                parent.parentOrderId(),
                parent.terms().plan().kind(),
                parent.terms().algorithm(),
                parent.terms().strategy(),
                parent.terms().person(),
                parent.terms().side(),
                parent.terms().quantity().toPlainString(),
                parent.terms().symbol());
    }

    /**
     * Rolls the children up into the parent as it shall be, and writes and tells the difference.
     *
     * @param before as locked in this transaction
     */
    public Parent save(Parent before, Parent changed) {
        Instant now = clock.instant();
        Parent after = before.after(rolledUp(changed), now);
        if (after.version() != before.version()) {
            parents.update(after);
            tell(after);
            log(before, after);
        }
        return after;
    }

    private Parent rolledUp(Parent changed) {
        List<ChildOrder> own = children.of(changed.parentOrderId());
        return changed.terms().bracket() == null
                ? changed.rolledUp(Turn.graph(changed, own))
                : changed.rolledUp(BracketRollUp.of(own, children.roles(changed.parentOrderId())), own.size());
    }

    private void tell(Parent parent) {
        outbox.append(
                Topics.EXECUTION_EVENT, parent.parentOrderId(), new ExecutionEvent.ParentChanged(parent.snapshot()));
    }

    private void log(Parent before, Parent after) {
        String remark = after.snapshot().remark();
        if (before.state() != after.state() || !before.snapshot().remark().equals(remark)) {
            LOG.info(
                    "parent state={} was={} parentOrderId={} filledQuantity={} of={}{}",
                    after.state(),
                    before.state(),
                    after.parentOrderId(),
                    after.filled().toPlainString(),
                    after.terms().quantity().toPlainString(),
                    remark.isEmpty() ? "" : " remark=" + remark);
        }
        if (after.isHeld() && !before.isHeld()) {
            meters.counter(ExecutionMeter.CHILDREN_HELD.meterName(), "reason", "HELD")
                    .increment();
        }
    }
}
