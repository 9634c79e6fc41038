/** Market data as the desk sees it: quotes with their times and their place in the feed. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.model.market;

import org.jspecify.annotations.NullMarked;
