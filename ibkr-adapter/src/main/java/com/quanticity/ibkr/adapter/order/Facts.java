package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.JournalChange;
import java.time.Instant;

/** Journal changes made of what the book holds. Call with the book's monitor held. */
final class Facts {

    private Facts() {}

    static JournalChange moved(BookedOrder order, Instant now) {
        return new JournalChange.Moved(
                order.clientOrderId(),
                order.state(),
                order.permId(),
                order.filled(),
                order.code() == 0 ? "" : Integer.toString(order.code()),
                order.reason(),
                now);
    }
}
