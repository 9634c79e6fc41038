package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one change of an order.
 *
 * @param state what became of it
 * @param at when that was learned
 * @param wanted what it changes, null when only its failure is known
 * @param remark why it failed or is not known
 */
record Change(State state, Instant at, @Nullable OrderChange wanted, OrderFacts.Remark remark) {

    /** What became of it, the surer the later. */
    enum State {
        PENDING,
        UNKNOWN,
        FAILED,
        MADE
    }

    static Change pending(Instant at, OrderChange wanted) {
        return new Change(State.PENDING, at, wanted, new OrderFacts.Remark(at, "", "change not confirmed yet"));
    }

    static Change made(Instant at, OrderChange wanted) {
        return new Change(State.MADE, at, wanted, OrderFacts.Remark.NONE);
    }

    static Change failed(OrderEvent.ModifyFailed failed) {
        State state = failed.failure() == OrderEvent.ModifyFailure.UNKNOWN ? State.UNKNOWN : State.FAILED;
        return new Change(state, failed.at(), null, new OrderFacts.Remark(failed.at(), failed.code(), failed.reason()));
    }

    /** Of two facts about one change the surer one; of equally sure ones the earlier. */
    static Change surer(Change one, Change other) {
        int order = one.state.compareTo(other.state);
        return order > 0 || (order == 0 && !other.at.isBefore(one.at)) ? one.wanting(other) : other.wanting(one);
    }

    /** The same, with what the other knows of what was asked for. */
    private Change wanting(Change other) {
        return wanted != null || other.wanted == null ? this : new Change(state, at, other.wanted, remark);
    }

    OrderChangeState shown(String modificationId) {
        return new OrderChangeState(modificationId, state.name(), wanted, remark.code(), remark.text(), at);
    }

    boolean isOpen() {
        return state == State.PENDING || state == State.UNKNOWN;
    }
}
