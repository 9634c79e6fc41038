/**
 * What a gateway tells: one record for each callback of the API, sorted into sealed groups under {@link
 * com.quanticity.ibkr.gateway.event.GatewayEvent}, so that a {@code switch} takes a record or a whole group. Immutable values; safe on
 * every thread. Prices, sizes and money are exact; unset values are null, texts that are not given are empty.
 */
@NullMarked
package com.quanticity.ibkr.gateway.event;

import org.jspecify.annotations.NullMarked;
