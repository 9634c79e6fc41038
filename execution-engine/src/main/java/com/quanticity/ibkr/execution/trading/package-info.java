/**
 * The firm's trading state as this service hears it, shown in health and echoed to operators. It gates nothing here: the adapter does, at
 * the last hop. Entry point {@code TradingStateView}; fed on subscription threads, read on request threads.
 */
@NullMarked
package com.quanticity.ibkr.execution.trading;

import org.jspecify.annotations.NullMarked;
