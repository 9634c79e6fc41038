package com.quanticity.ibkr.execution.route;

import com.quanticity.ibkr.model.market.DepthUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one contract as its updates leave them. A row that cannot be where an update says makes the book void until it is built
 * anew after a reset: a wrong book is worse than none. Not thread-safe.
 */
public final class DepthBook {

    private final List<Level> bids = new ArrayList<>();
    private final List<Level> asks = new ArrayList<>();
    private boolean valid = true;
    private long connection;
    private long sequence;
    private @Nullable Instant at;

    /** Takes the next update; a repeated one changes nothing. */
    public void onUpdate(DepthUpdate update) {
        if (update.connection() < connection || (update.connection() == connection && update.sequence() <= sequence)) {
            return;
        }
        if (update.connection() > connection && connection > 0) {
            reset();
        }
        connection = update.connection();
        sequence = update.sequence();
        at = update.receivedAt();
        DepthUpdate.Side side = update.side();
        if (side == null) {
            reset();
        } else if (valid) {
            valid = applied(update, side == DepthUpdate.Side.BID ? bids : asks);
        }
    }

    /** What is known now; null when the book is void, empty on a side, or nothing came yet. */
    public @Nullable Depth snapshot() {
        Instant latest = at;
        return !valid || latest == null || bids.isEmpty() || asks.isEmpty()
                ? null
                : new Depth(List.copyOf(bids), List.copyOf(asks), latest);
    }

    private void reset() {
        bids.clear();
        asks.clear();
        valid = true;
    }

    private static boolean applied(DepthUpdate update, List<Level> rows) {
        int row = update.position();
        return switch (update.operation()) {
            case INSERT -> {
                Level level = level(update);
                boolean fits = level != null && row <= rows.size();
                if (fits) {
                    rows.add(row, level);
                }
                yield fits;
            }
            case UPDATE -> {
                Level level = level(update);
                boolean fits = level != null && row < rows.size();
                if (fits) {
                    rows.set(row, level);
                }
                yield fits;
            }
            case DELETE -> {
                boolean fits = row < rows.size();
                if (fits) {
                    rows.remove(row);
                }
                yield fits;
            }
            case RESET -> true;
        };
    }

    private static @Nullable Level level(DepthUpdate update) {
        BigDecimal price = update.price();
        BigDecimal size = update.size();
        return price == null || size == null ? null : new Level(price, size, update.marketMaker());
    }
}
