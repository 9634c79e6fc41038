/** Subscriptions of a real session against the simulator. */
@NullMarked
package com.quanticity.ibkr.gateway.subscription;

import org.jspecify.annotations.NullMarked;
