package com.quanticity.ibkr.simulator.matching;

/** An order belongs to the client id that placed it; the order number alone says nothing. */
public record OrderKey(int clientId, int orderId) {}
