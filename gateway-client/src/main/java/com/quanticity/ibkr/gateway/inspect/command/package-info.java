/**
 * The command line {@code ./ibkr-wire}: frames to JSON and back, a proxy that shows what passes, a ping. Entry point:
 * {@link com.quanticity.ibkr.gateway.inspect.command.WireTool}. No service uses this package; the libraries it needs are optional.
 */
@NullMarked
package com.quanticity.ibkr.gateway.inspect.command;

import org.jspecify.annotations.NullMarked;
