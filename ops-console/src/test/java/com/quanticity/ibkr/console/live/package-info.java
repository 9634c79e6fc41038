/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.console.live;

import org.jspecify.annotations.NullMarked;
