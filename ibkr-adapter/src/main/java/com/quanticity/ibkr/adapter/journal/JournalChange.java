package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.PermId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a fact changes in the journal. */
public sealed interface JournalChange {

    /** A journaled order moved on. */
    record Moved(
            ClientOrderId clientOrderId,
            JournalState state,
            @Nullable PermId permId,
            BigDecimal filledQuantity,
            String reasonCode,
            String reason,
            Instant at)
            implements JournalChange {}

    /** An order was denied; its row may be there already, never as sent. */
    record Denied(JournalRow row) implements JournalChange {}

    /** A change of an order was refused before the wire, or moved on. */
    record Modification(ModificationRow row) implements JournalChange {}

    /** A cancel was asked for, so that it is not forgotten while the gateway is away. */
    record CancelRequested(ClientOrderId clientOrderId, Instant at) implements JournalChange {}
}
