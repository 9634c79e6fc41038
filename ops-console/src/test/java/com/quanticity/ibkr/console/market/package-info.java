/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.console.market;

import org.jspecify.annotations.NullMarked;
