/** Sessions against a hand-written peer, and their parts with the clock moved by hand. */
@NullMarked
package com.quanticity.ibkr.gateway.session;

import org.jspecify.annotations.NullMarked;
