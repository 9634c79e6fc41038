package com.quanticity.ibkr.gateway.event;

/** Window groups of a TWS on a screen; a gateway has none. */
public sealed interface DisplayGroupEvent extends GatewayEvent, GatewayEvent.WithId {

    /** @param groups numbers parted by {@code |}, the most used first, such as {@code 1|2|3} */
    record DisplayGroupList(int reqId, String groups) implements DisplayGroupEvent {}

    /** @param contractInfo {@code none}, {@code combo}, or contract id and exchange as {@code 8314@SMART} */
    record DisplayGroupUpdated(int reqId, String contractInfo) implements DisplayGroupEvent {}
}
