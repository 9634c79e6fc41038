/**
 * Typed publishing and consuming over Redis Streams. Entry point: {@link com.quanticity.ibkr.stream.StreamBus}.
 *
 * <p>Threads: {@code publish} runs on the caller's thread. Every subscription owns one virtual thread and one connection, and its handler
 * is called on that thread, one entry after the other; a group that reads ahead calls it on threads beside it, one batch after the other, each
 * with the memory effects of the one before. No locks are held across a call out.
 */
@NullMarked
package com.quanticity.ibkr.stream;

import org.jspecify.annotations.NullMarked;
