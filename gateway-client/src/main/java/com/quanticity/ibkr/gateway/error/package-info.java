/**
 * What the broker's error, warning and notice codes mean. Entry point: {@link com.quanticity.ibkr.gateway.error.ErrorCatalogue}. Pure
 * functions and constants; every thread may call them.
 */
@NullMarked
package com.quanticity.ibkr.gateway.error;

import org.jspecify.annotations.NullMarked;
