package com.quanticity.ibkr.benchmarks.orders;

/** What can be measured of the order path, each for itself. */
public enum Figure {
    /** From the command on its stream to the order at the other end of the socket, the journal on the disk first and not. */
    COMMAND,
    /** From a fill at the broker to the ledger's event on its stream, and from REST to the wire. */
    FILL,
    /** 45 orders a second while 2,000 work. */
    LOAD
}
