package com.quanticity.ibkr.model.audit;

import com.quanticity.ibkr.model.stream.Ulid;
import org.jspecify.annotations.Nullable;

/**
 * One fact of the audit record, on {@code audit.entry}. Delivered at least once; the id makes it idempotent.
 *
 * @param id ULID, the same when it is recorded again
 * @param kind what it is about
 * @param service who recorded it, for example {@code ibkr-adapter}
 * @param who login, strategy or service that acted; as typed for a failed login
 * @param what one word: {@code submit}, {@code HALT}, {@code CONNECTED}
 * @param outcome what became of it
 * @param reference ids it belongs to
 * @param detail one line for a person, may be empty
 * @param payload the message or record as text, exactly as sent or received, null when there is none; JSON with NUL escaped
 * @param times the three clocks
 */
public record AuditEntry(
        String id,
        AuditKind kind,
        String service,
        String who,
        String what,
        Outcome outcome,
        AuditReference reference,
        String detail,
        @Nullable String payload,
        AuditTimes times) {

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
        CONFIRMED,
        /** Asked for; what becomes of it is told by later entries. */
        REQUESTED,
        /** Told by somebody else, recorded as heard. */
        RECEIVED
    }

    /** Refuses what {@link #of} would change, so that a stored entry is read as it was written or not at all. */
    public AuditEntry {
        if (!Ulid.isValid(id)) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no ULID; take the id of an audit entry from Ulid.next()");
        }
        if (payload != null && !isStorable(payload)) {
            throw new IllegalArgumentException(
                    "the payload of audit entry " + id + " has NUL or half a character; escape it as JSON does");
        }
        requireOneLine(id, service, LONGEST_NAME);
        requireOneLine(id, who, LONGEST_NAME);
        requireOneLine(id, what, LONGEST_NAME);
        requireOneLine(id, detail, LONGEST_DETAIL);
    }

    /** An entry of any text: names and detail become one line each, the end of long ones is cut off. */
    public static AuditEntry of(
            String id,
            AuditKind kind,
            String service,
            String who,
            String what,
            Outcome outcome,
            AuditReference reference,
            String detail,
            @Nullable String payload,
            AuditTimes times) {
        return new AuditEntry(
                id,
                kind,
                oneLine(service, LONGEST_NAME),
                oneLine(who, LONGEST_NAME),
                oneLine(what, LONGEST_NAME),
                outcome,
                reference,
                oneLine(detail, LONGEST_DETAIL),
                payload,
                times);
    }

    private static void requireOneLine(String id, String text, int longest) {
        if (!text.equals(oneLine(text, longest))) {
            throw new IllegalArgumentException("audit entry " + id + " has a text that is not one line of " + longest
                    + " characters; make it with AuditEntry.of");
        }
    }

    private static String oneLine(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cs}]+", " ").strip();
        if (line.length() <= longest) {
            return line;
        }
        // A cut through a character of two halves would leave text that no store takes.
        int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
        return line.substring(0, end).strip();
    }

    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
