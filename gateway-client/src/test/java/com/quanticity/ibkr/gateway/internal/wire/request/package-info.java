/** Tests of the requests' frames. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.wire.request;

import org.jspecify.annotations.NullMarked;
