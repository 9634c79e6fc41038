/**
 * What a run is told and what it remembers: ports, folders, secrets, market. Values only, checked when they are made; no threads. A wrong
 * one ends in {@link com.quanticity.ibkr.quickstart.settings.CannotStartException}.
 */
@NullMarked
package com.quanticity.ibkr.quickstart.settings;

import org.jspecify.annotations.NullMarked;
