/** A gateway look-alike for tests. It has its own few lines of codec and never uses the client's: a mistake must not cancel itself out. */
@NullMarked
package com.quanticity.ibkr.gateway.peer;

import org.jspecify.annotations.NullMarked;
