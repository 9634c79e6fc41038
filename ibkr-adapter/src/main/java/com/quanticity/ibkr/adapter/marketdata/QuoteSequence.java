package com.quanticity.ibkr.adapter.marketdata;

/** Numbers the quotes of one connection from 1 without a hole, over all symbols. Confined to one thread. */
final class QuoteSequence {

    private long connection;
    private long last;

    long next(long connection) {
        if (connection != this.connection) {
            this.connection = connection;
            last = 0;
        }
        return ++last;
    }
}
