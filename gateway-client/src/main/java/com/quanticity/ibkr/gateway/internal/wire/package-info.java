/**
 * The text protocol, versions 176 to 200: frames, fields, and the layout of every message we speak. Entry points:
 * {@link com.quanticity.ibkr.gateway.internal.wire.FrameReader}, {@link com.quanticity.ibkr.gateway.internal.wire.event.WireDecoder},
 * {@link com.quanticity.ibkr.gateway.internal.wire.Handshake}.
 * Readers and decoders belong to one thread, the reader of a connection; encoders are immutable and safe on every thread.
 * Source of every layout: the project's wire specification.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.wire;

import org.jspecify.annotations.NullMarked;
