/** Alarms that the console raises itself. Entry point: {@link com.quanticity.ibkr.console.alarm.ConsoleAlarms}, usable from any thread. */
@NullMarked
package com.quanticity.ibkr.console.alarm;

import org.jspecify.annotations.NullMarked;
