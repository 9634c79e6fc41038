package com.quanticity.ibkr.adapter.depth.rotation;

/** How the broker ended a request for depth. Source: wire specification, behaviour section 5. */
public enum DepthRefusal {
    /** 309: no slot is free; a TWS window or another id holds it. */
    FULL,
    /** 316: halted, may be asked for again. */
    HALTED,
    /** 322 and 102: the id is in use. */
    DUPLICATE,
    /** It will not be served: not subscribed, not supported, no such contract. */
    REFUSED
}
