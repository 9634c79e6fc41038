/**
 * What the session tells about the broker's messages and clocks. Entry points:
 * {@link com.quanticity.ibkr.gateway.internal.report.BrokerMessageLog} and
 * {@link com.quanticity.ibkr.gateway.internal.report.ClockSkew}. Each says which thread calls it.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.report;

import org.jspecify.annotations.NullMarked;
