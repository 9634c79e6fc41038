/**
 * What an order asks for, read from its wire fields and checked as a gateway checks before it accepts anything:
 * {@link com.quanticity.ibkr.simulator.matching.terms.OrderReader} is the way in. Pure values; any thread.
 *
 * <p>Source of every rule: tws-wire orders.md sections 1 and 2, errors.md for the codes.
 */
@NullMarked
package com.quanticity.ibkr.simulator.matching.terms;

import org.jspecify.annotations.NullMarked;
