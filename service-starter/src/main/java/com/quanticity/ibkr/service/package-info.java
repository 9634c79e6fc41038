/**
 * What every service shares: {@link com.quanticity.ibkr.service.ServiceToken}, the clock, and defaults for server, database, metrics and
 * logs that any configuration source overrides. Immutable after the start; safe on every thread.
 */
@NullMarked
package com.quanticity.ibkr.service;

import org.jspecify.annotations.NullMarked;
