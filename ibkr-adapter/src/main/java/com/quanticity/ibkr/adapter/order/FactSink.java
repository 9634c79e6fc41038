package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.model.order.OrderEvent;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where facts about orders go. Neither method blocks; facts keep the order of the calls. */
interface FactSink {

    /** The future completes when the stream has the message; it never fails. */
    CompletableFuture<Void> tell(OrderEvent event, @Nullable JournalChange change);

    /** The journal changes; nobody is told. */
    void note(JournalChange change);
}
