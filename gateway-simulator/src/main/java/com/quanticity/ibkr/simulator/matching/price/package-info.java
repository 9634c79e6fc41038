/**
 * At which price an order trades now and when its trigger is reached, from the market as it is. Pure values and small
 * state machines; event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.matching.price;

import org.jspecify.annotations.NullMarked;
