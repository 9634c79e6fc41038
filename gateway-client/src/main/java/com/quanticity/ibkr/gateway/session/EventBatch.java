package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import java.time.Instant;
import java.util.List;

/**
 * What one read of the socket yielded, in wire order: one event on a quiet market, many in a burst.
 *
 * @param connection number of the connection; a number not seen before means that events may be missing before this batch
 * @param receivedAt when the read returned
 * @param events unmodifiable, never empty
 */
public record EventBatch(long connection, Instant receivedAt, List<GatewayEvent> events) {}
