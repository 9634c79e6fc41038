package com.quanticity.ibkr.adapter.contract;

/** Why orders for a contract are denied. */
public enum BlockKind {
    /** The broker does not know its id any more. */
    GONE,
    /** An option symbol in use names it, and its details say otherwise. */
    OCC_MISMATCH
}
