/**
 * The one paper account: cash, positions, commissions and Reg-T like margin, in exact decimals.
 * {@link com.quanticity.ibkr.simulator.account.Account} is the front door. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.account;

import org.jspecify.annotations.NullMarked;
