/**
 * What contracts and currencies are worth: the prices positions are valued at, options after a move, exchange rates, and
 * the margin product a contract is. Knows nothing of accounts. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.account.worth;

import org.jspecify.annotations.NullMarked;
