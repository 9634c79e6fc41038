package com.quanticity.ibkr.gateway.request;

import com.quanticity.ibkr.gateway.event.DisplayGroupEvent;

/** Groups of TWS windows that show the same contract. Known from the wire specification's short form only. */
public sealed interface DisplayGroupRequest extends GatewayRequest {

    /** Asks for {@link DisplayGroupEvent.DisplayGroupList}. */
    record QueryDisplayGroups(int reqId) implements DisplayGroupRequest, WithId {}

    /** Starts {@link DisplayGroupEvent.DisplayGroupUpdated}. */
    record SubscribeToGroupEvents(int reqId, int groupId) implements DisplayGroupRequest, WithId {}

    /**
     * Changes what the group of a subscription shows.
     *
     * @param contractInfo {@code conId@exchange}, {@code none} or {@code combo}
     */
    record UpdateDisplayGroup(int reqId, String contractInfo) implements DisplayGroupRequest, WithId {}

    record UnsubscribeFromGroupEvents(int reqId) implements DisplayGroupRequest, WithId {}
}
