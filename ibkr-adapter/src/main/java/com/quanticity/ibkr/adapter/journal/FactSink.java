package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.model.order.OrderEvent;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where facts about orders go. Neither method blocks; facts keep the order of the calls. */
public interface FactSink {

    /** Stores and publishes, as soon as may be. */
    void tell(OrderEvent event, @Nullable JournalChange change);

    /** As {@link #tell}, for the answer to a command: the future completes when the stream has the message; it never fails. */
    CompletableFuture<Void> answer(OrderEvent event, @Nullable JournalChange change);

    /** The journal changes; nobody is told. */
    void note(JournalChange change);
}
