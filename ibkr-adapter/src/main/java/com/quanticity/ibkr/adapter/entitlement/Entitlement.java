package com.quanticity.ibkr.adapter.entitlement;

import com.quanticity.ibkr.model.market.MarketDataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the broker said about one target.
 *
 * @param target what was asked for
 * @param standing what came of it; kept over reconnects until the broker says otherwise
 * @param dataType freshness of the data that came last, {@link MarketDataType#UNKNOWN} before
 * @param code the broker's code, null when it gave none
 * @param message the broker's words, empty when it gave none
 * @param meaning what the code means, empty without one
 * @param action what to do, empty when nothing is
 * @param pending true when it was asked again and has not been answered since
 * @param confirmedAt when data, not delayed, last answered a request; null when never
 * @param since when this standing began
 */
record Entitlement(
        DataTarget target,
        Standing standing,
        MarketDataType dataType,
        @Nullable Integer code,
        String message,
        String meaning,
        String action,
        boolean pending,
        @Nullable Instant confirmedAt,
        Instant since) {

    /** Nobody asked. */
    static Entitlement unasked(DataTarget target, Instant now) {
        return new Entitlement(target, Standing.NOT_ASKED, MarketDataType.UNKNOWN, null, "", "", "", false, null, now);
    }

    /** Asked, or asked again: what was known stays until the answer. */
    Entitlement asked(Instant now) {
        boolean first = standing == Standing.NOT_ASKED;
        return new Entitlement(
                target,
                first ? Standing.ASKED : standing,
                dataType,
                code,
                message,
                meaning,
                action,
                true,
                confirmedAt,
                first ? now : since);
    }

    /** Data came: what was said against it is over, but for an advisory that the data agrees with. */
    Entitlement served(MarketDataType type, Instant now) {
        boolean delayed = type == MarketDataType.DELAYED || type == MarketDataType.DELAYED_FROZEN;
        Standing next = delayed ? Standing.DELAYED_ONLY : Standing.ENTITLED;
        if (delayed ? standing == next : standing == Standing.PARTLY && !pending) {
            return new Entitlement(
                    target, standing, type, code, message, meaning, action, false, delayed ? confirmedAt : now, since);
        }
        return new Entitlement(
                target, next, type, null, "", "", "", false, delayed ? confirmedAt : now, since(next, now));
    }

    /** The broker answered with a code. */
    Entitlement answered(
            Standing next, int newCode, String newMessage, String newMeaning, String newAction, Instant now) {
        return new Entitlement(
                target,
                next,
                next == Standing.DELAYED_ONLY ? MarketDataType.DELAYED : dataType,
                newCode,
                newMessage,
                newMeaning,
                newAction,
                false,
                confirmedAt,
                since(next, now));
    }

    private Instant since(Standing next, Instant now) {
        return next == standing ? since : now;
    }
}
