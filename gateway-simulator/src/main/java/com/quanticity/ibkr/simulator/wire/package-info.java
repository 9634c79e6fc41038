/**
 * The text dialect of the gateway protocol, server side, for the agreed versions 176 to 200.
 *
 * <p>Entry points: {@link com.quanticity.ibkr.simulator.wire.FrameReader} cuts the byte stream into frames,
 * {@link com.quanticity.ibkr.simulator.wire.RequestDecoder} turns a frame into a
 * {@link com.quanticity.ibkr.simulator.wire.Request}, {@link com.quanticity.ibkr.simulator.wire.Event} writes an answer.
 * The layouts are data: {@code requests.layout} and {@code events.layout} beside this package.
 *
 * <p>Threads: everything here is immutable or used by one thread at a time; nothing locks.
 */
@NullMarked
package com.quanticity.ibkr.simulator.wire;

import org.jspecify.annotations.NullMarked;
