/** Codec tests against the golden vectors. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.wire;

import org.jspecify.annotations.NullMarked;
