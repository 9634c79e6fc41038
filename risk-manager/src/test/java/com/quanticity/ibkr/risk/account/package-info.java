/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.risk.account;

import org.jspecify.annotations.NullMarked;
