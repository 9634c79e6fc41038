package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.subscription.SubscriptionStatus;

/** What the register needs of its session. Called on the consumer thread; nothing blocks. */
public interface SubscriptionPort {

    int nextRequestId();

    SendOutcome send(GatewayRequest request);

    /** True when another request would go out soon: the data lane is short and the application keeps up. */
    boolean hasRoom();

    /** A subscription changed. Told before the request goes out, so that its id is known when data comes. */
    void tell(SubscriptionStatus status);

    /** A subscription is not served though it should be. */
    void onSilent(SubscriptionStatus status);

    /** It is served again, or not wanted any more. */
    void onSilenceEnded(SubscriptionStatus status, String how);
}
