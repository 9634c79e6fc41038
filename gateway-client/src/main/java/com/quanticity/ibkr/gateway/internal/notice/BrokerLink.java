package com.quanticity.ibkr.gateway.internal.notice;

import com.quanticity.ibkr.gateway.error.ErrorCode;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import java.util.Optional;

/** What a session notice says about the link between gateway and broker. Source: wire specification, behaviour section 2. */
public enum BrokerLink {
    LOST,
    BACK_DATA_LOST,
    BACK_DATA_KEPT,
    /** The notice is about something else. */
    NOT_MENTIONED;

    public static BrokerLink of(ErrorMessage notice) {
        Optional<ErrorCode> code = ErrorCode.of(notice.errorCode());
        if (code.isEmpty()) {
            return NOT_MENTIONED;
        }
        if (code.get() == ErrorCode.BROKER_LINK_LOST || code.get() == ErrorCode.GATEWAY_LINK_BROKEN) {
            return LOST;
        }
        if (code.get() == ErrorCode.BROKER_LINK_BACK_DATA_LOST) {
            return BACK_DATA_LOST;
        }
        return code.get() == ErrorCode.BROKER_LINK_BACK_DATA_KEPT ? BACK_DATA_KEPT : NOT_MENTIONED;
    }

    /** Whether the link is lost after this notice, given what it was before. */
    public boolean isLost(boolean before) {
        return switch (this) {
            case LOST -> true;
            case BACK_DATA_LOST, BACK_DATA_KEPT -> false;
            case NOT_MENTIONED -> before;
        };
    }
}
