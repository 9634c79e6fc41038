/**
 * The tests' own encoder of what a gateway sends. It knows nothing but the layout tables of the wire specification (a copy of which is
 * in the resources), so that a mistake of the decoder cannot cancel itself out.
 */
@NullMarked
package com.quanticity.ibkr.gateway.layout;

import org.jspecify.annotations.NullMarked;
