/**
 * The market as this service knows it: level 1 from the adapter's key, states of subscriptions and volumes from the streams, books,
 * reference data and past bars by REST. Entry points {@link com.quanticity.ibkr.execution.market.MarketView} and
 * {@link com.quanticity.ibkr.execution.market.AdapterLine}; both are thread-safe.
 */
@NullMarked
package com.quanticity.ibkr.execution.market;

import org.jspecify.annotations.NullMarked;
