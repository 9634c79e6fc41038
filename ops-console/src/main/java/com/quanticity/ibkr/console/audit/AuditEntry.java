package com.quanticity.ibkr.console.audit;

import java.time.Instant;

/**
 * One line of the record.
 *
 * @param at when
 * @param who login as typed or of the session
 * @param what LOGIN, LOGOUT, HALT, HALT_REASON, RESUME_REQUEST, RESUME_APPROVE, RESUME_REFUSE, RESUME_LAPSE
 * @param outcome what became of it
 * @param commandId the command or request it is about, empty when there is none
 * @param detail one line
 */
public record AuditEntry(Instant at, String who, String what, Outcome outcome, String commandId, String detail) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DETAIL = 1_000;

    /** What became of it. */
    public enum Outcome {
        /** Carried out, or handed over to the services. */
        DONE,
        /** Not carried out. */
        REFUSED,
        /** A repeat of a command under way. */
        JOINED,
        /** It is not known whether it arrived. */
        UNCERTAIN,
        /** Every service has echoed it. */
        CONFIRMED
    }

    public AuditEntry {
        who = oneLine(who, LONGEST_NAME);
        detail = oneLine(detail, LONGEST_DETAIL);
    }

    private static String oneLine(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.length() > longest ? line.substring(0, longest) : line;
    }
}
