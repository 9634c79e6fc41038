package com.quanticity.ibkr.adapter.historical.store;

/**
 * Which bars of a contract.
 *
 * @param contractId the broker's number
 * @param barSize as the broker names it, such as {@code 5 secs}
 * @param whatToShow as the broker names it, such as {@code TRADES}
 * @param regularHours regular trading hours only
 */
public record BarSeries(int contractId, String barSize, String whatToShow, boolean regularHours) {}
