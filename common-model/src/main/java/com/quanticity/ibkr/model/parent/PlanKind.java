package com.quanticity.ibkr.model.parent;

/** When a parent's quantity goes out. */
public enum PlanKind {
    /** All of it as soon as it can be priced. */
    AT_ONCE,
    /** Equal slices at equal distances. */
    TWAP,
    /** As the market's volume usually spreads over the day. */
    VWAP,
    /** A share of what the market trades. */
    POV,
    /** Never more than a display quantity out at a time. */
    ICEBERG,
    /** An entry with stop and target at the broker. */
    BRACKET
}
