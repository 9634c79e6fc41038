/**
 * The firm's trading state as the risk-manager publishes it. Fed by a stream thread, read by every thread.
 */
@NullMarked
package com.quanticity.ibkr.console.trading;

import org.jspecify.annotations.NullMarked;
