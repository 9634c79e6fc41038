/**
 * The desks that answer from what is known rather than from what happens: contracts, exchanges, price increments, the
 * login, news, the corporate calendar, scanners and display groups.
 *
 * <p>Entry point: one class ending in {@code Desk} for each sealed group of requests. All texts and figures are made up.
 *
 * <p>Threads: everything here is called on the event loop; nothing blocks or locks.
 */
@NullMarked
package com.quanticity.ibkr.simulator.reference;

import org.jspecify.annotations.NullMarked;
