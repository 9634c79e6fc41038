/**
 * Positions, ours against the broker's, and account values. Fed by stream threads and pollers, read by the drawing thread.
 */
@NullMarked
package com.quanticity.ibkr.console.positions;

import org.jspecify.annotations.NullMarked;
