/**
 * Orders, their progress and their executions, and the options of how they are taken.
 *
 * <p>{@code matching.terms} is what an order asks for, {@code matching.price} and {@code matching.algo} at which price and
 * how much of it trades now, {@code matching.life} what becomes of accepted orders, {@code matching.desk} who takes them:
 * its {@code OrderDesk} is the way in, {@link com.quanticity.ibkr.simulator.matching.OrderListener} hears what becomes of
 * them. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.matching;

import org.jspecify.annotations.NullMarked;
