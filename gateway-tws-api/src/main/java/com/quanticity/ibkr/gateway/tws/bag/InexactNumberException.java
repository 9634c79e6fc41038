package com.quanticity.ibkr.gateway.tws.bag;

import java.io.Serial;
import java.math.BigDecimal;

/** A number with more digits than the official client can hold: it is refused rather than rounded. */
public final class InexactNumberException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    InexactNumberException(BigDecimal value) {
        super(
                value.toPlainString() + " has more digits than the official client can hold; round it or use the native binding",
                null,
                false,
                false);
    }
}
