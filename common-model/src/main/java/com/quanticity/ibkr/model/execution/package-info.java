/** The broker's records of trades and their costs. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.model.execution;

import org.jspecify.annotations.NullMarked;
