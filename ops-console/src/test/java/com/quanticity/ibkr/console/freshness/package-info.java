/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.console.freshness;

import org.jspecify.annotations.NullMarked;
