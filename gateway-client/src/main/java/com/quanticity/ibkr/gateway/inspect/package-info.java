/**
 * Messages as JSON and back, for people and tools: {@link com.quanticity.ibkr.gateway.inspect.RequestJson} for what a client sends.
 * The names are those of the wire specification's vectors: {@code {"name":"REQ_IDS","args":{"numIds":1}}}.
 *
 * <p>Not used on the way of an order or a tick. Immutable entry points, safe on every thread.
 */
@NullMarked
package com.quanticity.ibkr.gateway.inspect;

import org.jspecify.annotations.NullMarked;
