package com.quanticity.ibkr.console;

/** Meters of the console. */
public enum ConsoleMeter {
    /** Pages being pushed to now. */
    VIEWERS("console_viewers"),
    /** Viewers dropped because they did not keep up. */
    VIEWERS_DROPPED("console_viewers_dropped_total"),
    /** Fragments drawn again because what they show changed. */
    FRAGMENTS_DRAWN("console_fragments_drawn_total"),
    /** Commands of operators; tags {@code command}, {@code outcome}. */
    COMMANDS("console_commands_total"),
    /** Logins; tag {@code outcome}: DONE, REFUSED, LOCKED. */
    LOGINS("console_logins_total"),
    /** Audit entries that wait for the database. */
    AUDIT_WAITING("console_audit_waiting");

    private final String meterName;

    ConsoleMeter(String meterName) {
        this.meterName = meterName;
    }

    public String meterName() {
        return meterName;
    }
}
