/** What is traded, as the broker identifies it. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.model.contract;

import org.jspecify.annotations.NullMarked;
