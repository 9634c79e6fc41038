/** What must come true before an order works or is cancelled. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.gateway.order.condition;

import org.jspecify.annotations.NullMarked;
