package com.quanticity.ibkr.gateway.internal.wire.request;

import com.quanticity.ibkr.gateway.LocalRefusal;

/** What may not travel. Stays inside this package: the request becomes a refusal, and what was written of it is dropped. */
final class UnsendableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LocalRefusal refusal;

    UnsendableException(LocalRefusal refusal, String message) {
        super(message, null, false, false);
        this.refusal = refusal;
    }

    LocalRefusal refusal() {
        return refusal;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
