/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.risk.delivery;

import org.jspecify.annotations.NullMarked;
