/**
 * Alarms that this service raises itself, beside those of its session. Entry point: {@link com.quanticity.ibkr.adapter.alarm.AdapterAlarms},
 * usable from any thread, never blocking.
 */
@NullMarked
package com.quanticity.ibkr.adapter.alarm;

import org.jspecify.annotations.NullMarked;
