/** Tests. */
@NullMarked
package com.quanticity.ibkr.execution.rebalance;

import org.jspecify.annotations.NullMarked;
