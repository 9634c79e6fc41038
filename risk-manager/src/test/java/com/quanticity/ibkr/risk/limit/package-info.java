/** Limits on real servers. */
@NullMarked
package com.quanticity.ibkr.risk.limit;

import org.jspecify.annotations.NullMarked;
