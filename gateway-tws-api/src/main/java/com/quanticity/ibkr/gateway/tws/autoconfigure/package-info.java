/** Offers the binding to whoever chooses one by {@code ibkr.gateway.binding}. Nothing to call. */
@NullMarked
package com.quanticity.ibkr.gateway.tws.autoconfigure;

import org.jspecify.annotations.NullMarked;
