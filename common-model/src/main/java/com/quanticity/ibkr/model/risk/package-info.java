/** Trading state, limits and the reasons an order is denied. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.model.risk;

import org.jspecify.annotations.NullMarked;
