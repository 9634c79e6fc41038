/**
 * The way of market data into Redis. Entry points: {@link com.quanticity.ibkr.adapter.stream.MarketStreamPublisher}, one for each stream,
 * and {@link com.quanticity.ibkr.adapter.stream.ItemSequence}, which numbers what a stream holds.
 *
 * <p>Threads: {@code publish} is called on the session's consumer thread and never blocks; every publisher owns one thread, which alone
 * talks to Redis. The lock of the buffer between them is held for moving references only.
 */
@NullMarked
package com.quanticity.ibkr.adapter.stream;

import org.jspecify.annotations.NullMarked;
