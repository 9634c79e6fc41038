/**
 * Alarms that this service raises, on {@code ops.alarm}. Entry point: {@link com.quanticity.ibkr.execution.alarm.EngineAlarms}, usable from
 * any thread.
 */
@NullMarked
package com.quanticity.ibkr.execution.alarm;

import org.jspecify.annotations.NullMarked;
