/** Tests. */
@NullMarked
package com.quanticity.ibkr.execution.algo;

import org.jspecify.annotations.NullMarked;
