/**
 * What the traffic of a connection tells about it: whether it lives ({@link com.quanticity.ibkr.gateway.internal.traffic.Heartbeat}), and
 * whether we send too fast or somebody else trades ({@link com.quanticity.ibkr.gateway.internal.traffic.TrafficWatch}). Each says which
 * thread calls it.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.traffic;

import org.jspecify.annotations.NullMarked;
