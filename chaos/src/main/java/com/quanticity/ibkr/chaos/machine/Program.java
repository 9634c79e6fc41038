package com.quanticity.ibkr.chaos.machine;

/** A process of the platform under test. Redis and PostgreSQL come first: the others need them. */
public enum Program {
    REDIS,
    POSTGRES,
    ADAPTER,
    RISK,
    ENGINE,
    /** Keeps the audit record. */
    CONSOLE
}
