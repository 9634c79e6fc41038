/**
 * What a gateway does to itself by the clock: the daily restart, the servers' nightly reset, the weekly login.
 * {@link com.quanticity.ibkr.simulator.maintenance.MaintenanceOptions} says when, off by default. Threads: the event loop.
 */
@NullMarked
package com.quanticity.ibkr.simulator.maintenance;

import org.jspecify.annotations.NullMarked;
