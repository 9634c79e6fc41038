/**
 * Downloads of past data, as {@code history.progress} tells. Fed by a stream thread, read by the drawing thread.
 */
@NullMarked
package com.quanticity.ibkr.console.history;

import org.jspecify.annotations.NullMarked;
