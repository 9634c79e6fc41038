/**
 * Level 1 market data: which contracts are wanted of the session, quotes made of ticks, their way to {@code market.quote}, {@code market.status} and
 * {@code ib:l1:{symbol}}. Entry point: {@link com.quanticity.ibkr.adapter.marketdata.SubscriptionDesk}. Ticks are taken on the session's consumer thread, which only hands
 * quotes over; the publisher's own thread talks to Redis, so that an outage of Redis never holds up order callbacks.
 */
@NullMarked
package com.quanticity.ibkr.adapter.marketdata;

import org.jspecify.annotations.NullMarked;
