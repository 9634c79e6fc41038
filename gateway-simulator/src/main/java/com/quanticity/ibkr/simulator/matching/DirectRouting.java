package com.quanticity.ibkr.simulator.matching;

/** What a gateway says of stock orders that name an exchange instead of SMART. Source: tws-wire errors.md, 10311. */
public enum DirectRouting {
    /** Nothing. */
    TAKEN,
    /** 10311 as a notice; the order lives. */
    NOTICED,
    /** 10311 as a refusal; the user has to allow it in the gateway's settings. */
    REFUSED
}
