/**
 * Live quotes. Fed by a stream thread, read by the drawing thread.
 */
@NullMarked
package com.quanticity.ibkr.console.market;

import org.jspecify.annotations.NullMarked;
