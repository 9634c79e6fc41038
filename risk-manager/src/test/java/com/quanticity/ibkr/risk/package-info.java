/** What the tests of several packages share. */
@NullMarked
package com.quanticity.ibkr.risk;

import org.jspecify.annotations.NullMarked;
