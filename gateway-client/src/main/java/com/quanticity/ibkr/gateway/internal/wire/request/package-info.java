/**
 * Requests as frames, versions 176 to 200, in the spelling of the official Java client. Entry point:
 * {@link com.quanticity.ibkr.gateway.internal.wire.request.WireEncoder}, immutable and safe on every thread. A frame is built as a
 * whole or not at all: what the agreed version cannot carry, and text that may not travel, leave no bytes.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.wire.request;

import org.jspecify.annotations.NullMarked;
