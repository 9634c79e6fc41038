/** Orders, the commands that move them and the events that tell their fate. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.model.order;

import org.jspecify.annotations.NullMarked;
