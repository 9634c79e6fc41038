/**
 * The drop copy: every order, execution and commission of every client id as client id 2 sees them, apart from the trading path. Entry
 * points: {@code DropCopyFeed} for what the gateway sends, {@code DropCopyConfiguration} for the wiring. Live facts of other clients need
 * the gateway's setting "Master API client ID" to be 2; open orders are asked for regularly and do not.
 *
 * <p>Threads: the book is guarded by its own monitor, changed on the session's consumer thread and its hook thread, read on every thread.
 * Facts leave through two queues, one to Redis and one to the database.
 */
@NullMarked
package com.quanticity.ibkr.risk.dropcopy;

import org.jspecify.annotations.NullMarked;
