package com.quanticity.ibkr.gateway.error;

import static com.quanticity.ibkr.gateway.error.OrderEffect.ALIVE;
import static com.quanticity.ibkr.gateway.error.OrderEffect.DEAD;
import static com.quanticity.ibkr.gateway.error.OrderEffect.UNKNOWN;

/**
 * What a code does to the order or request it names, by context: new order, modified, cancelled, working; the request.
 * Source: wire specification, behaviour section 10; where it leaves a doubt the answer is UNKNOWN, never DEAD.
 */
enum ErrorReaction {
    /** What was asked is refused; what was there before stays. */
    REFUSED(DEAD, ALIVE, ALIVE, ALIVE, Request.OVER, true),
    NOTICE(ALIVE, ALIVE, ALIVE, ALIVE, Request.LIVES, false),
    /** Final: cancelled or expired. */
    ENDED(DEAD, DEAD, DEAD, DEAD, Request.OVER, false),
    /** 201, 203: kills the order, but may just as well answer a change or a cancel of it. */
    REJECTED(DEAD, UNKNOWN, UNKNOWN, DEAD, Request.OVER, true),
    /** 104 and the like: the order may be filled. */
    UNCLEAR(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, Request.OVER, true),
    /** The code can only answer a change or a cancel. */
    CHANGE_REFUSED(UNKNOWN, ALIVE, ALIVE, ALIVE, Request.OVER, true),
    /** 135, 136: the gateway's idea of the order differs from ours. */
    STATE_IN_DOUBT(DEAD, ALIVE, UNKNOWN, UNKNOWN, Request.OVER, true),
    /** 161, 10148: the text may name the state, see {@link ErrorTexts}. */
    CANCEL_REFUSED(UNKNOWN, ALIVE, UNKNOWN, UNKNOWN, Request.OVER, true),
    /** 10147: dead once it was acknowledged; before that its acknowledgement may still be under way. */
    NOT_FOUND(UNKNOWN, DEAD, DEAD, DEAD, Request.OVER, true),
    /** 2102: the change is refused, the order is not. */
    TOO_EARLY(ALIVE, ALIVE, ALIVE, ALIVE, Request.LIVES, true),
    /** 10311: a notice, or a refusal of a new order. */
    MAYBE_REFUSED(UNKNOWN, ALIVE, ALIVE, ALIVE, Request.LIVES, false),
    /** Of requests; under an order's id it tells nothing about the order. */
    OVER(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, Request.OVER, true),
    LIVES(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, Request.LIVES, false),
    /** 10089: level 1 data goes on delayed where that was allowed, everything else is over. */
    DEPENDS(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, Request.LIVES_AS_MARKET_DATA, false);

    /** What becomes of a request. */
    private enum Request {
        OVER,
        LIVES,
        LIVES_AS_MARKET_DATA
    }

    private final OrderEffect onNew;
    private final OrderEffect onModified;
    private final OrderEffect onCancelled;
    private final OrderEffect onWorking;
    private final Request request;
    private final boolean isRefusal;

    ErrorReaction(
            OrderEffect onNew,
            OrderEffect onModified,
            OrderEffect onCancelled,
            OrderEffect onWorking,
            Request request,
            boolean isRefusal) {
        this.onNew = onNew;
        this.onModified = onModified;
        this.onCancelled = onCancelled;
        this.onWorking = onWorking;
        this.request = request;
        this.isRefusal = isRefusal;
    }

    OrderEffect order(ErrorContext context) {
        return switch (context) {
            case NEW_ORDER -> onNew;
            case MODIFIED_ORDER -> onModified;
            case CANCELLED_ORDER -> onCancelled;
            case WORKING_ORDER -> onWorking;
            case MARKET_DATA, REQUEST, SESSION -> ALIVE;
        };
    }

    boolean endsRequest(ErrorContext context) {
        boolean names = context == ErrorContext.REQUEST || context == ErrorContext.MARKET_DATA;
        return names
                && switch (request) {
                    case OVER -> true;
                    case LIVES -> false;
                    case LIVES_AS_MARKET_DATA -> context != ErrorContext.MARKET_DATA;
                };
    }

    boolean isRefusal(ErrorContext context) {
        return isRefusal || endsRequest(context) && this == DEPENDS;
    }
}
