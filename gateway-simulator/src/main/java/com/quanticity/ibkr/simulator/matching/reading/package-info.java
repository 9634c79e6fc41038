/**
 * Reads an order's wire fields and checks them as a gateway checks before it accepts anything:
 * {@link com.quanticity.ibkr.simulator.matching.reading.OrderReader} is the way in. Any thread.
 *
 * <p>Source of every rule: tws-wire orders.md sections 1 and 2, errors.md for the codes.
 */
@NullMarked
package com.quanticity.ibkr.simulator.matching.reading;

import org.jspecify.annotations.NullMarked;
