package com.quanticity.ibkr.model.ops;

/** How soon a person must act. */
public enum AlarmSeverity {
    /** At once, at any hour: pages. */
    P1,
    /** Within the hour. */
    P2,
    /** Within the day. */
    P3
}
