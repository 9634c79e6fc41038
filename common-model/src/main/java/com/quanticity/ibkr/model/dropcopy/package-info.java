/**
 * What the risk-manager's own session hears of every client's orders, executions and commissions, apart from the trading path. Immutable
 * values; safe on every thread.
 */
@NullMarked
package com.quanticity.ibkr.model.dropcopy;

import org.jspecify.annotations.NullMarked;
