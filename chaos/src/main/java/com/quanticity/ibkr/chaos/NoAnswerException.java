package com.quanticity.ibkr.chaos;

/** A service did not answer for much longer than any fault lasts: a finding about it. */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswerException(String message) {
        super(message);
    }
}
