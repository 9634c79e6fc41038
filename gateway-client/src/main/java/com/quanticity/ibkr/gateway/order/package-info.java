/**
 * Orders as the gateway spells them, split by theme. Component names are the API's own. Text that is not given is empty, numbers
 * that are not given are null. Entry point: {@link com.quanticity.ibkr.gateway.order.GatewayOrder#builder()}. Immutable values;
 * safe on every thread.
 */
@NullMarked
package com.quanticity.ibkr.gateway.order;

import org.jspecify.annotations.NullMarked;
