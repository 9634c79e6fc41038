package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.gateway.error.ErrorCatalogue;
import com.quanticity.ibkr.gateway.error.ErrorContext;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import java.util.Locale;

/** What a message under the id of a request for depth means. Source: wire specification, behaviour sections 4 and 5. */
enum DepthAnswer {
    /** 309. */
    FULL,
    /** 310: a cancel of a request that the gateway does not know. */
    UNKNOWN,
    /** 317: clear both sides, the request lives. */
    RESET,
    /** 316. */
    HALTED,
    /** 322 or 102: the id is in use. */
    DUPLICATE,
    /** A remark; the request lives. */
    ADVISORY,
    REFUSED;

    static DepthAnswer of(ErrorMessage error) {
        return switch (error.errorCode()) {
            case 309 -> FULL;
            case 300, 310 -> UNKNOWN;
            case 317 -> RESET;
            case 316 -> HALTED;
            case 102 -> DUPLICATE;
            case 322 -> error.errorMsg().toLowerCase(Locale.ROOT).contains("duplicate") ? DUPLICATE : REFUSED;
            // Another session has the data: the session itself holds what depends on it.
            case 10197, 2152 -> ADVISORY;
            default ->
                ErrorCatalogue.meaning(error.errorCode(), ErrorContext.REQUEST, error.errorMsg())
                                .endsRequest()
                        ? REFUSED
                        : ADVISORY;
        };
    }
}
