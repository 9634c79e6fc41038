package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.stream.Ulid;
import org.jspecify.annotations.Nullable;

/** The client order id in IBKR's {@code orderRef}. */
final class OrderReference {

    private OrderReference() {}

    /** Null for a text that this platform did not write. */
    static @Nullable ClientOrderId parse(String orderRef) {
        return Ulid.isValid(orderRef) ? ClientOrderId.of(orderRef) : null;
    }
}
