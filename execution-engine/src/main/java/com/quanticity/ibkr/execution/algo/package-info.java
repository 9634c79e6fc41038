/**
 * A parent order and its children: what is out, what is filled, what may still be sent, and when the whole has ended. Pure and immutable,
 * any thread. Entry point {@link com.quanticity.ibkr.execution.algo.ParentGraph}.
 */
@NullMarked
package com.quanticity.ibkr.execution.algo;

import org.jspecify.annotations.NullMarked;
