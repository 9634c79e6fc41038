/**
 * The accounts of the login: cash by currency, positions, profit, commissions and margin, in exact decimals.
 * {@link com.quanticity.ibkr.simulator.account.Accounts} is the front door, {@link
 * com.quanticity.ibkr.simulator.account.Valuation} says what an account is worth now or after a trade. Threads: event loop
 * only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.account;

import org.jspecify.annotations.NullMarked;
