/**
 * The words exchanged with the broker's historical data service: questions as wire requests, answers as values. No I/O, no clock.
 */
@NullMarked
package com.quanticity.ibkr.adapter.historical.ask;

import org.jspecify.annotations.NullMarked;
