package com.quanticity.ibkr.simulator.witness;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client can have open, with the requests that open and close it. */
public enum SubscriptionKind {
    MARKET_DATA("REQ_MKT_DATA", "CANCEL_MKT_DATA"),
    DEPTH("REQ_MKT_DEPTH", "CANCEL_MKT_DEPTH"),
    TICK_BY_TICK("REQ_TICK_BY_TICK_DATA", "CANCEL_TICK_BY_TICK_DATA"),
    REAL_TIME_BARS("REQ_REAL_TIME_BARS", "CANCEL_REAL_TIME_BARS"),
    SCANNER("REQ_SCANNER_SUBSCRIPTION", "CANCEL_SCANNER_SUBSCRIPTION"),
    NEWS_BULLETINS("REQ_NEWS_BULLETINS", "CANCEL_NEWS_BULLETINS"),
    ACCOUNT_SUMMARY("REQ_ACCOUNT_SUMMARY", "CANCEL_ACCOUNT_SUMMARY"),
    POSITIONS("REQ_POSITIONS", "CANCEL_POSITIONS"),
    POSITIONS_MULTI("REQ_POSITIONS_MULTI", "CANCEL_POSITIONS_MULTI"),
    ACCOUNT_UPDATES_MULTI("REQ_ACCOUNT_UPDATES_MULTI", "CANCEL_ACCOUNT_UPDATES_MULTI"),
    PNL("REQ_PNL", "CANCEL_PNL"),
    PNL_SINGLE("REQ_PNL_SINGLE", "CANCEL_PNL_SINGLE");

    private static final Map<String, SubscriptionKind> BY_OPENING =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.opens, Function.identity()));
    private static final Map<String, SubscriptionKind> BY_CLOSING =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.closes, Function.identity()));

    private final String opens;
    private final String closes;

    SubscriptionKind(String opens, String closes) {
        this.opens = opens;
        this.closes = closes;
    }

    static @Nullable SubscriptionKind openedBy(String request) {
        return BY_OPENING.get(request);
    }

    static @Nullable SubscriptionKind closedBy(String request) {
        return BY_CLOSING.get(request);
    }
}
