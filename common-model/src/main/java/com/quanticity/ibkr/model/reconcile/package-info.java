/**
 * Differences between our books and the broker's, and the locks that lasting ones put on instruments. Immutable values; safe on every
 * thread.
 */
@NullMarked
package com.quanticity.ibkr.model.reconcile;

import org.jspecify.annotations.NullMarked;
