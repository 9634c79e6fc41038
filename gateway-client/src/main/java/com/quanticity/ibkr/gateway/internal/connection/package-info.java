/**
 * The native binding: sockets, a reader thread and a writer thread for each connection. Entry point:
 * {@link com.quanticity.ibkr.gateway.internal.connection.NativeBinding}. The reader decodes and hands over and does nothing else; the
 * writer owns the output stream; {@code send} and {@code close} may be called from every thread.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.connection;

import org.jspecify.annotations.NullMarked;
