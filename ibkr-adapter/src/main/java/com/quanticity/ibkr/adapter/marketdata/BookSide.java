package com.quanticity.ibkr.adapter.marketdata;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Price and size of the bid, the ask or the last trade. Reports whether anything visible changed; repeats change nothing. */
final class BookSide {

    private @Nullable BigDecimal price;
    private @Nullable BigDecimal size;

    @Nullable BigDecimal price() {
        return price;
    }

    @Nullable BigDecimal size() {
        return size;
    }

    /**
     * A price frame: price and size are one change.
     *
     * @param newPrice null when there is no quote on this side any more
     * @param newSize null when the frame carries none; the size of another price is then not kept
     */
    boolean onPrice(@Nullable BigDecimal newPrice, @Nullable BigDecimal newSize) {
        boolean samePrice = same(price, newPrice);
        BigDecimal kept = newSize == null && samePrice ? size : newSize;
        return set(newPrice, newPrice == null ? null : kept);
    }

    boolean onSize(@Nullable BigDecimal newSize) {
        // The repetition of the size 0 that came with "no quote on this side" says nothing new.
        boolean nothing = price == null && newSize != null && newSize.signum() == 0;
        return set(price, nothing ? null : newSize);
    }

    private boolean set(@Nullable BigDecimal newPrice, @Nullable BigDecimal newSize) {
        if (same(price, newPrice) && same(size, newSize)) {
            return false;
        }
        price = newPrice;
        size = newSize;
        return true;
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
