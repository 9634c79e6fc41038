/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.console.discrepancies;

import org.jspecify.annotations.NullMarked;
