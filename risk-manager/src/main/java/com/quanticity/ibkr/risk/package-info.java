/**
 * The risk-manager: account, positions and trading state of the firm, on client id 2, without ever sending an order. Entry point:
 * {@link com.quanticity.ibkr.risk.RiskManagerApplication}. Each feature is a package below; here are only the start and the meters.
 */
@NullMarked
package com.quanticity.ibkr.risk;

import org.jspecify.annotations.NullMarked;
