/**
 * The Boot starter: a {@link com.quanticity.ibkr.gateway.session.GatewaySessionFactory} from {@code ibkr.gateway.*}, health and
 * metrics. Entry point: {@link com.quanticity.ibkr.gateway.autoconfigure.GatewayAutoConfiguration}. Used at start and shutdown only.
 */
@NullMarked
package com.quanticity.ibkr.gateway.autoconfigure;

import org.jspecify.annotations.NullMarked;
