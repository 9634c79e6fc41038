/**
 * When which kind of instrument trades: {@link com.quanticity.ibkr.simulator.calendar.TradingCalendar} tells the phase of
 * the market at an instant and the sessions of a day. Threads: immutable.
 */
@NullMarked
package com.quanticity.ibkr.simulator.calendar;

import org.jspecify.annotations.NullMarked;
