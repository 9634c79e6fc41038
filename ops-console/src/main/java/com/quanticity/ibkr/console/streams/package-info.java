/**
 * Depth slots and the streams of the broker that are not well, as {@code market.status} tells. Fed by a stream thread, read by the drawing
 * thread.
 */
@NullMarked
package com.quanticity.ibkr.console.streams;

import org.jspecify.annotations.NullMarked;
