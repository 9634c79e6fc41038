/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.console.orders;

import org.jspecify.annotations.NullMarked;
