package com.quanticity.ibkr.gateway.inspect;

/** A frame that does not fit its layout. Stays inside this package: the reader reports it beside the raw fields. */
final class BrokenMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenMessageException(String message) {
        super(message, null, false, false);
    }
}
