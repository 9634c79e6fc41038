/**
 * The broker's texts for times, read without the host's zone. Entry points: {@link com.quanticity.ibkr.gateway.time.GatewayTimes} and
 * {@link com.quanticity.ibkr.gateway.time.GatewayZones}. Pure functions; every thread may call them.
 */
@NullMarked
package com.quanticity.ibkr.gateway.time;

import org.jspecify.annotations.NullMarked;
