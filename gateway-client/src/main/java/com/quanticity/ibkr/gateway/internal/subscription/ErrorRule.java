package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.gateway.error.ErrorCatalogue;
import com.quanticity.ibkr.gateway.error.ErrorClass;
import com.quanticity.ibkr.gateway.error.ErrorContext;
import com.quanticity.ibkr.gateway.error.ErrorMeaning;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.subscription.StreamKind;

/** What an error under a subscription's id asks for. Source: wire specification, behaviour sections 4 to 6. */
enum ErrorRule {
    /** An advisory, or an echo of a cancel: the stream goes on. */
    GOES_ON,
    /** 10167: goes on with delayed data. */
    GOES_ON_DELAYED,
    /** Ended for a reason that is over already: ask again at once. */
    ASK_AGAIN,
    /** Ended for a reason that may pass: ask again with growing pauses. */
    ASK_LATER,
    /** No free line: wait until one is given back. */
    WAIT_FOR_LINE,
    /** 10197: another live session has the data. */
    COMPETING,
    /** The broker will not serve it: ask again seldom. */
    REFUSED;

    static ErrorRule of(ErrorMessage error, StreamKind kind) {
        return switch (error.errorCode()) {
            // 300 and 310 echo a cancel; 322 with many causes is judged by the catalogue below.
            case 300, 310 -> GOES_ON;
            case 10167 -> GOES_ON_DELAYED;
            case 10225, 10182, 102 -> ASK_AGAIN;
            case 316, 162 -> ASK_LATER;
            case 101, 309, 10190 -> WAIT_FOR_LINE;
            case 10197 -> COMPETING;
            default -> byCatalogue(error, kind);
        };
    }

    private static ErrorRule byCatalogue(ErrorMessage error, StreamKind kind) {
        ErrorMeaning meaning = meaning(error, kind);
        if (!meaning.endsRequest()) {
            return GOES_ON;
        }
        return switch (meaning.errorClass()) {
            case CLIENT_ID -> ASK_AGAIN;
            case PACING -> ASK_LATER;
            case INFO, WARNING, CONNECTIVITY, SYSTEM ->
                error.errorCode() == 321 || error.errorCode() == 320 ? REFUSED : ASK_LATER;
            case MARKET_DATA, CONTRACT, ORDER_REJECT, ORDER_WARNING, CLIENT_LOCAL, UNLISTED -> REFUSED;
        };
    }

    /** Whether the stream of a request is over after an error under its id. */
    static boolean ends(ErrorMessage error, GatewayRequest request) {
        return StreamKind.of(request)
                .map(kind -> switch (of(error, kind)) {
                    // Not known to be over while another session competes: a cancel too many does no harm.
                    case GOES_ON, GOES_ON_DELAYED, COMPETING -> false;
                    case ASK_AGAIN, ASK_LATER, WAIT_FOR_LINE, REFUSED -> true;
                })
                .orElse(false);
    }

    static ErrorMeaning meaning(ErrorMessage error, StreamKind kind) {
        ErrorContext context = kind == StreamKind.LEVEL_1 ? ErrorContext.MARKET_DATA : ErrorContext.REQUEST;
        return ErrorCatalogue.meaning(error.errorCode(), context, error.errorMsg());
    }

    /** One line for a person: what it means, and what to do. */
    static String reason(ErrorMessage error, StreamKind kind) {
        ErrorMeaning meaning = meaning(error, kind);
        return meaning.errorClass() == ErrorClass.UNLISTED
                ? error.errorMsg().strip()
                : meaning.text() + "; " + meaning.action();
    }
}
