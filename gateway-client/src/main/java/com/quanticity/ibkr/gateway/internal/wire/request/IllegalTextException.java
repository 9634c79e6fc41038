package com.quanticity.ibkr.gateway.internal.wire.request;

/** Text that may not travel. Stays inside this package: the request becomes a refusal with code 579. */
final class IllegalTextException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalTextException(String field) {
        super(field, null, false, false);
    }

    String field() {
        return String.valueOf(getMessage());
    }
}
