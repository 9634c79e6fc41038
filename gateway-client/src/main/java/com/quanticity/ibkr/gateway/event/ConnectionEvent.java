package com.quanticity.ibkr.gateway.event;

import com.quanticity.ibkr.gateway.error.ErrorCatalogue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connection itself: ids, accounts, clock, errors and notices. */
public sealed interface ConnectionEvent extends GatewayEvent {

    /** Next order id of this client id. */
    record NextValidId(int orderId) implements ConnectionEvent {}

    /** Accounts of the login, at least one. */
    record ManagedAccounts(List<String> accounts) implements ConnectionEvent {
        public ManagedAccounts {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * Error, warning or notice (callback {@code error}). Decide by code, never by text alone; see {@link ErrorCatalogue}.
     *
     * @param id request id, order id, or −1 for the session; see {@link #isAboutSession()}
     * @param advancedOrderRejectJson normally empty
     * @param errorTime from version 194 on, null before
     */
    record ErrorMessage(
            int id,
            int errorCode,
            String errorMsg,
            String advancedOrderRejectJson,
            @Nullable Instant errorTime) implements ConnectionEvent {

        /** Id of messages about the session as a whole. */
        public static final int SESSION = -1;

        private static final int OLD_SESSION = Integer.MAX_VALUE;

        /**
         * True when it is about no request and no order. Some old gateways write 0 or 2147483647 in place of −1; neither is an id of ours.
         * Source: wire specification, section 7.
         */
        public boolean isAboutSession() {
            return id == SESSION || id == 0 || id == OLD_SESSION;
        }
    }

    /** The gateway's clock, to the second. */
    record CurrentTime(Instant time) implements ConnectionEvent {}

    /** The gateway's clock, to the millisecond; from version 197 on. */
    record CurrentTimeInMillis(Instant time) implements ConnectionEvent {}

    /** White-branding id of the login, normally empty. */
    record UserInfo(int reqId, String whiteBrandingId) implements ConnectionEvent, WithId {}

    /**
     * Message 65, 66, 69 or 70 of the verification that IB agrees with single vendors; nobody else ever sees one.
     *
     * @param fields everything after the version, unread
     */
    record Verification(int messageId, List<String> fields) implements ConnectionEvent {
        public Verification {
            fields = List.copyOf(fields);
        }
    }

    /** Message −1: the gateway says goodbye; official clients do nothing about it. */
    record EndOfConnection() implements ConnectionEvent {}
}
