/** Tests of requests under way. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.pending;

import org.jspecify.annotations.NullMarked;
