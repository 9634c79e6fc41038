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
    AUDIT_WAITING("console_audit_waiting"),
    /** How long entries of the services have waited for their place in the audit record. */
    AUDIT_BEHIND_SECONDS("console_audit_behind_seconds"),
    /** Entries of the services that wait for their place in the audit record. */
    AUDIT_BEHIND_ENTRIES("console_audit_behind_entries"),
    /** Days of the audit record that are over and not exported. */
    AUDIT_DAYS_UNEXPORTED("console_audit_days_unexported"),
    /** Alarms of the console that are raised; tag {@code kind}. */
    ALARMS("console_alarms");

    private final String meterName;

    ConsoleMeter(String meterName) {
        this.meterName = meterName;
    }

    public String meterName() {
        return meterName;
    }
}
