/**
 * Messages as JSON and back, for people and tools: {@link com.quanticity.ibkr.gateway.inspect.RequestJson} for what a client sends,
 * {@link com.quanticity.ibkr.gateway.inspect.EventJson} for what a gateway sends, {@link
 * com.quanticity.ibkr.gateway.inspect.EventComparison} to check it. The names are those of the wire specification's vectors:
 * {@code {"name":"REQ_IDS","args":{"numIds":1}}}, {@code {"callback":"nextValidId","args":{"orderId":1}}}. Only maps, lists, texts,
 * numbers, booleans and nulls, so that any JSON library writes them.
 *
 * <p>Not used on the way of an order or a tick. Immutable entry points, safe on every thread.
 */
@NullMarked
package com.quanticity.ibkr.gateway.inspect;

import org.jspecify.annotations.NullMarked;
