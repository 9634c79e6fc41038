/** The fields of a frame at the limits of their numbers. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.wire.field;

import org.jspecify.annotations.NullMarked;
