/** The other end of the wire: a client with its own codec, requests spelled by hand, markets and recordings to speak about. */
@NullMarked
package com.quanticity.ibkr.simulator.peer;

import org.jspecify.annotations.NullMarked;
