package com.quanticity.ibkr.gateway.request;

import com.quanticity.ibkr.gateway.event.ConnectionEvent;

/** About the session and the login. */
public sealed interface SessionRequest extends GatewayRequest {

    /** Asks for {@link ConnectionEvent.NextValidId}; {@code numIds} has no effect, send 1. */
    record ReqIds(int numIds) implements SessionRequest {}

    /** Asks for {@link ConnectionEvent.CurrentTime}. */
    record ReqCurrentTime() implements SessionRequest {}

    /** Asks for the gateway's clock in milliseconds; needs version 197. */
    record ReqCurrentTimeInMillis() implements SessionRequest {}

    /** How much the gateway writes to its own log. No answer. */
    record SetServerLogLevel(ServerLogLevel logLevel) implements SessionRequest {}

    /** Asks for {@link ConnectionEvent.ManagedAccounts}. */
    record ReqManagedAccts() implements SessionRequest {}

    /** Asks for the login's white-branding id; {@code reqId} is 0 by convention. */
    record ReqUserInfo(int reqId) implements SessionRequest, WithId {}

    /** Asks for the family codes of the login's accounts. */
    record ReqFamilyCodes() implements SessionRequest {}

    /** Asks for the soft dollar tiers that orders may name. */
    record ReqSoftDollarTiers(int reqId) implements SessionRequest, WithId {}
}
