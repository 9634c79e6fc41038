package com.quanticity.ibkr.adapter.stream;

/** Numbers the items of one stream and one connection from 1 without a hole, over all contracts. Confined to one thread. */
public final class ItemSequence {

    private long connection;
    private long last;

    /** @param connection number of the gateway connection; a new one begins at 1 again */
    public long next(long connection) {
        if (connection != this.connection) {
            this.connection = connection;
            last = 0;
        }
        return ++last;
    }
}
