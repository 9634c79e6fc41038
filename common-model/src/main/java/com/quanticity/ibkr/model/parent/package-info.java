/** Parent orders: what an algorithm works on, and where it stands. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.model.parent;

import org.jspecify.annotations.NullMarked;
