/** The states of a session with the clock moved by hand. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.life;

import org.jspecify.annotations.NullMarked;
