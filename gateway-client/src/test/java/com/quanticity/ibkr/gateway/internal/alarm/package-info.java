/** Alarms with the clock moved by hand, and their runbooks. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.alarm;

import org.jspecify.annotations.NullMarked;
