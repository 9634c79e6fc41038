/**
 * When gateway and broker are away on schedule. Entry point: {@link com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar}.
 * Immutable values; safe on every thread; no clock is read here.
 */
@NullMarked
package com.quanticity.ibkr.gateway.maintenance;

import org.jspecify.annotations.NullMarked;
