/** Codec tests against the golden vectors; the comparison rules are written at {@link com.quanticity.ibkr.gateway.internal.wire.VectorMembers}. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.wire;

import org.jspecify.annotations.NullMarked;
