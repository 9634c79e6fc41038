/** Tests. */
@NullMarked
package com.quanticity.ibkr.execution.algo.schedule;

import org.jspecify.annotations.NullMarked;
