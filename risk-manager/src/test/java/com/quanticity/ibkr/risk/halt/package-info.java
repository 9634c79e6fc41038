/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.risk.halt;

import org.jspecify.annotations.NullMarked;
