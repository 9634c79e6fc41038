package com.quanticity.ibkr.adapter.tickbytick;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One stream of single ticks, written {@code SYM} or {@code SYM:KIND}, for example {@code SPY:BID_ASK}.
 *
 * @param symbol the desk's symbol of a contract on the watch list
 * @param kind what it holds, {@link TickKind#LAST} when not written
 */
public record TickStream(String symbol, TickKind kind) {

    private static final Pattern FORM =
            Pattern.compile("([A-Z0-9][A-Z0-9. ]{0,15})(?::(LAST|ALL_LAST|BID_ASK|MID_POINT))?");

    /**
     * Reads one stream.
     *
     * @throws IllegalArgumentException when the text is neither form
     */
    public static TickStream of(String text) {
        Matcher matcher = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no tick-by-tick stream; write SYM or SYM:KIND with LAST, ALL_LAST, BID_ASK or MID_POINT");
        }
        String kind = matcher.group(2);
        return new TickStream(matcher.group(1), kind == null ? TickKind.LAST : TickKind.valueOf(kind));
    }

    /** Names its subscription within the session. */
    String key() {
        return "TICK_BY_TICK:" + this;
    }

    /** Names it on {@code market.status}. */
    String statusKind() {
        return "TICK_BY_TICK:" + kind;
    }

    @Override
    public String toString() {
        return symbol + ":" + kind;
    }
}
