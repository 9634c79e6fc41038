/**
 * From the bytes of a frame to its event, for every message of text protocol versions 176 to 200. Entry point: {@link
 * com.quanticity.ibkr.gateway.internal.wire.event.WireDecoder}. One decoder for each group of events, each layout spelled out field by
 * field; sentinels of the wire end here. Everything belongs to one thread, the reader of a connection. Source of every layout: the
 * project's wire specification, events.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.wire.event;

import org.jspecify.annotations.NullMarked;
