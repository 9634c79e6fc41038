/** Lanes and budget with the clock moved by hand. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.pacing;

import org.jspecify.annotations.NullMarked;
