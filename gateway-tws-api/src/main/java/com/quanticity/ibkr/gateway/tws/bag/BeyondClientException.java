package com.quanticity.ibkr.gateway.tws.bag;

import java.io.Serial;
import java.math.BigDecimal;

/** A value the official client cannot hold: the request is refused rather than changed. */
public final class BeyondClientException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private BeyondClientException(String message) {
        super(message, null, false, false);
    }

    static BeyondClientException ofDigits(BigDecimal value) {
        return new BeyondClientException(value.toPlainString()
                + " has more digits than the official client can hold; round it or use the native binding");
    }

    static BeyondClientException ofCode(String member, String code) {
        return new BeyondClientException(
                "the official client does not know " + member + " " + code + "; correct it or use the native binding");
    }
}
