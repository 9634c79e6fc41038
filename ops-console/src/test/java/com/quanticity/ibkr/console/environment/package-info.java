/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.console.environment;

import org.jspecify.annotations.NullMarked;
