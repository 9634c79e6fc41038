package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;

/** Takes what is to be recorded. Implementations never block. */
public interface Audit {

    /**
     * Records one fact, at the time of the call.
     *
     * @param who login
     * @param what LOGIN, LOGOUT, DENIED, HALT, HALT_REASON, RESUME_REQUEST, RESUME_APPROVE, RESUME_REFUSE, RESUME_LAPSE,
     *     DISCREPANCY_ADOPT, DISCREPANCY_IGNORE, DISCREPANCY_CORRECT
     * @param commandId command or request it is about, empty when there is none
     * @param detail one line
     */
    void record(String who, String what, Outcome outcome, String commandId, String detail);
}
