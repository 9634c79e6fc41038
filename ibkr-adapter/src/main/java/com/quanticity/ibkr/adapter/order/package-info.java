/**
 * Orders at the last hop: order ids, journal, wire, callbacks to facts; the gate is in {@code adapter.gate}, journal and outbox are in
 * {@code adapter.journal}. Entry points:
 * {@link com.quanticity.ibkr.adapter.order.OrderDesk} for commands, {@link com.quanticity.ibkr.adapter.order.OrderCallbacks} for what
 * the broker says.
 *
 * <p>Threads: commands on their subscription's thread, callbacks on the session's consumer thread, synchronising on its hook thread.
 * They share the {@link com.quanticity.ibkr.adapter.order.OrderBook} and hold its monitor while they change it, hand a frame to the
 * session or a fact to the outbox; none of that blocks.
 */
@NullMarked
package com.quanticity.ibkr.adapter.order;

import org.jspecify.annotations.NullMarked;
