package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.stream.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Something to be stored and told.
 *
 * @param message what is published on {@code order.event}, null when nobody needs to know
 * @param change what changes in the journal, null when nothing does
 */
record OrderFact(
        @Nullable Envelope<OrderEvent> message, @Nullable JournalChange change) {

    /** Nothing to store or tell: a line of the audit record only. */
    static final OrderFact NONE = new OrderFact(null, null);

    boolean isToBeStored() {
        return message != null || change != null;
    }
}
