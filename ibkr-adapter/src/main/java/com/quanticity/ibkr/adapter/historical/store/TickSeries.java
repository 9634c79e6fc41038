package com.quanticity.ibkr.adapter.historical.store;

/**
 * Which ticks of a contract.
 *
 * @param contractId the broker's number
 * @param kind TRADES, BID_ASK or MIDPOINT
 */
public record TickSeries(int contractId, String kind) {}
