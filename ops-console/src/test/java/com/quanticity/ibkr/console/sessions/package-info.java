/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.console.sessions;

import org.jspecify.annotations.NullMarked;
