/**
 * What is durable about orders: the journal that is committed before an order goes to the wire
 * ({@link com.quanticity.ibkr.adapter.journal.JournalWriter}), and the outbox that stores and publishes what became of it
 * ({@link com.quanticity.ibkr.adapter.journal.OrderOutbox}, called through {@link com.quanticity.ibkr.adapter.journal.FactSink}). Knows
 * nothing of sessions and order books.
 *
 * <p>Threads: the writer is called on the command thread and waits for the database up to its deadline; the sink never blocks; facts are
 * stored and published by the outbox's own thread, one after the other.
 */
@NullMarked
package com.quanticity.ibkr.adapter.journal;

import org.jspecify.annotations.NullMarked;
