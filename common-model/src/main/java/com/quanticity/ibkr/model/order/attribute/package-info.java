/** What an order may carry besides price, size and lifetime. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.model.order.attribute;

import org.jspecify.annotations.NullMarked;
