/**
 * What an order asks for, as values: {@link com.quanticity.ibkr.simulator.matching.terms.OrderTerms} is the whole. Any thread.
 *
 * <p>Source: tws-wire orders.md sections 1 and 2.
 */
@NullMarked
package com.quanticity.ibkr.simulator.matching.terms;

import org.jspecify.annotations.NullMarked;
