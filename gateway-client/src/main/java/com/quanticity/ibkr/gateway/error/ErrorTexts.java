package com.quanticity.ibkr.gateway.error;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The few codes whose text decides: 161, 162, 201, 202, 321, 322, 10148. Wording differs by version, so that a text which says nothing
 * we know changes nothing. Source: wire specification, table of error codes.
 */
final class ErrorTexts {

    private static final Pattern REASON =
            Pattern.compile("reason\\s*:\\s*(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern STATE = Pattern.compile("\\bstate\\s*:\\s*(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT_A_CHANGE =
            Pattern.compile("\\b(cancel|modif|chang|revis)\\w*\\b|\\balready\\b", Pattern.CASE_INSENSITIVE);

    private ErrorTexts() {}

    /** What the broker gives as the reason, one line, empty when it gives none. */
    static String reason(String text) {
        Matcher reason = REASON.matcher(text);
        return (reason.find() ? reason.group(1) : text).strip().replaceAll("\\s+", " ");
    }

    /**
     * The order's fate by the state that a refused cancel names. Filled is no end by itself: executions decide.
     *
     * @return null when the text names no state that decides
     */
    static @Nullable OrderEffect byState(String text) {
        Matcher state = STATE.matcher(text);
        if (!state.find()) {
            return null;
        }
        return switch (state.group(1).toLowerCase(Locale.ROOT)) {
            case "cancelled", "canceled", "apicancelled", "apicanceled" -> OrderEffect.DEAD;
            case "pendingcancel", "pendingsubmit", "presubmitted", "submitted", "apipending" -> OrderEffect.ALIVE;
            default -> null;
        };
    }

    /** True for a rejection that speaks of a cancel or a change, or of an order that has ended already. */
    static boolean isAboutChange(String text) {
        return ABOUT_A_CHANGE.matcher(reason(text)).find();
    }

    static boolean isReadOnly(String text) {
        return has(text, "read-only") || has(text, "read only");
    }

    static boolean isPacing(String text) {
        return has(text, "pacing violation");
    }

    static boolean isCancelOfQuery(String text) {
        return has(text, "query cancelled") || has(text, "query canceled");
    }

    static boolean isDuplicateId(String text) {
        return has(text, "duplicate ticker id");
    }

    static boolean isTooMany(String text) {
        return has(text, "maximum number");
    }

    private static boolean has(String text, String words) {
        return text.toLowerCase(Locale.ROOT).contains(words);
    }
}
