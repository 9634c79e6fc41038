package com.quanticity.ibkr.gateway.error;

/** How much attention a message deserves; log levels follow it. */
public enum ErrorSeverity {
    /** Routine. */
    INFO,
    /** Something was refused or is degraded; the platform handles it. */
    WARNING,
    /** A person must act, or a request of ours was wrong in its layout. */
    ERROR
}
