package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person decides about a discrepancy. */
sealed interface Decision {

    /** Who decides; never blank. */
    String by();

    /** Why, in that person's words; never blank. */
    String reason();

    /** The discrepancy's version that the person saw: nobody adopts what has changed meanwhile. */
    long version();

    /**
     * Our books take over the witness's side.
     *
     * @param price what the missing quantity cost, for a position; null for all others
     */
    record Adopt(
            String by,
            String reason,
            long version,
            @Nullable BigDecimal price) implements Decision {}

    /** It is left as it is until a time; its instrument is unlocked. */
    record Ignore(String by, String reason, long version, Instant until) implements Decision {}

    /** A fill is booked that puts our side right in another way. */
    record Correct(String by, String reason, long version, Side side, BigDecimal quantity, BigDecimal price)
            implements Decision {}

    /** As it stands in the table of decisions. */
    default String action() {
        return switch (this) {
            case Adopt _ -> "ADOPT";
            case Ignore _ -> "IGNORE";
            case Correct _ -> "CORRECT";
        };
    }
}
