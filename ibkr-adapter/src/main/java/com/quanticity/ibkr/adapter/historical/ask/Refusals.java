package com.quanticity.ibkr.adapter.historical.ask;

import com.quanticity.ibkr.gateway.SendOutcome;
import java.util.List;
import java.util.Locale;

/**
 * What an error says about a question for the past. Code 162 is told apart by its text, whose wording differs by version: words that are
 * not known here mean "later", because a query that can never work ends after a few attempts anyway. Source: wire specification,
 * behaviour 3 and 6, errors.
 */
final class Refusals {

    private static final int SERVICE_MESSAGE = 162;
    private static final int QUERY_INFORMATION = 165;
    private static final int TICKS_FAILED = 10187;
    private static final int TICK_DATA_FAILED = 10188;

    private static final List<String> NO_DATA = List.of("no data", "no historical data", "no items");
    private static final List<String> NEVER = List.of(
            "invalid",
            "exceed",
            "permission",
            "not subscribed",
            "not supported",
            "incorrect",
            "not allowed for",
            "step");

    private Refusals() {}

    static Answer read(int code, String text) {
        String said = code + " " + text.strip();
        String words = text.toLowerCase(Locale.ROOT);
        return switch (code) {
            case SERVICE_MESSAGE -> serviceMessage(words, said);
            case QUERY_INFORMATION -> new Answer.NoData(said);
            case TICKS_FAILED, TICK_DATA_FAILED -> has(words, NO_DATA) ? new Answer.NoData(said) : later(words, said);
            // Too many at once, an id that is taken, an unknown query: the next attempt has another id.
            case 100, 322, 366, 386 -> new Answer.Later(said);
            case 501, 504, 1100, 2103, 2105, 2110 -> new Answer.Lost(said);
            default -> new Answer.Refused(said);
        };
    }

    private static Answer serviceMessage(String words, String said) {
        if (words.contains("pacing violation")) {
            return new Answer.TooFast(said);
        }
        // The same user is logged in elsewhere; that lasts as long as it lasts.
        if (words.contains("different ip address")) {
            return new Answer.Lost(said);
        }
        return has(words, NO_DATA) ? new Answer.NoData(said) : later(words, said);
    }

    private static Answer later(String words, String said) {
        return has(words, NEVER) ? new Answer.Refused(said) : new Answer.Later(said);
    }

    /** Refused at our own end. */
    static Answer unsent(SendOutcome.Refused refusal) {
        return switch (refusal.refusal()) {
            case NOT_CONNECTED, NOT_READY, LEASE_NOT_PROVEN, QUEUE_FULL, ALREADY_PENDING, WITHDRAWN ->
                new Answer.Lost(refusal.message());
            case SERVER_TOO_OLD, ILLEGAL_TEXT, TOO_LONG, NOT_IN_BINDING, MAY_NOT_TRADE ->
                new Answer.Refused(refusal.message());
        };
    }

    private static boolean has(String words, List<String> any) {
        return any.stream().anyMatch(words::contains);
    }
}
