/** Tests. */
@NullMarked
package com.quanticity.ibkr.execution.trading;

import org.jspecify.annotations.NullMarked;
