/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.console.positions;

import org.jspecify.annotations.NullMarked;
