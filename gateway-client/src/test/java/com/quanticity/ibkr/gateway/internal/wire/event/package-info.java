/** Decoder tests: golden vectors, an independent encoder, broken frames, fuzzing. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.wire.event;

import org.jspecify.annotations.NullMarked;
