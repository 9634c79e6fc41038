/**
 * Where an order goes and at which limit, from level 1 and the depth book. Pure and immutable, any thread. Entry point
 * {@link com.quanticity.ibkr.execution.route.Router}.
 */
@NullMarked
package com.quanticity.ibkr.execution.route;

import org.jspecify.annotations.NullMarked;
