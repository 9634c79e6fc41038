package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.model.audit.AuditEntry;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Where entries for the audit record go that are no order events. */
@FunctionalInterface
public interface AuditSink {

    /**
     * Takes an entry behind the facts that were told before; never blocks.
     *
     * @param entry made later, on the outbox's thread
     * @return completes when the entry is safe, in the database or on the stream; it never fails
     */
    CompletableFuture<Void> record(Supplier<AuditEntry> entry);
}
