/**
 * Instruments that take no new orders because our books and the broker's differ, as the execution-engine says on {@code reconcile.lock}.
 * Entry point: {@link com.quanticity.ibkr.adapter.lock.InstrumentLockView}, heard on a tail thread, read on every thread.
 */
@NullMarked
package com.quanticity.ibkr.adapter.lock;

import org.jspecify.annotations.NullMarked;
