/**
 * What of a session needs a person: raised once, told once, cleared once. Entry point:
 * {@link com.quanticity.ibkr.gateway.internal.alarm.AlarmBoard}, safe on every thread.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.alarm;

import org.jspecify.annotations.NullMarked;
