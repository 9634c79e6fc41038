package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.console.audit.AuditEntry.Outcome;

/** Takes what is to be recorded. Implementations never block. */
public interface Audit {

    /**
     * Records one fact, at the time of the call.
     *
     * @param who login
     * @param what one of the words of {@link AuditEntry}
     * @param commandId command or request it is about, empty when there is none
     * @param detail one line
     */
    void record(String who, String what, Outcome outcome, String commandId, String detail);
}
