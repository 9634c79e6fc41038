/**
 * The last check of an order before the wire: one class for each check, asked in a fixed order, the first denial decides. Entry point:
 * {@link com.quanticity.ibkr.adapter.gate.OrderGate}.
 *
 * <p>Threads: orders are checked on the command thread; what the checks look at is told on other threads and read without waiting.
 * Nothing here blocks, reads a server or writes a log line.
 */
@NullMarked
package com.quanticity.ibkr.adapter.gate;

import org.jspecify.annotations.NullMarked;
