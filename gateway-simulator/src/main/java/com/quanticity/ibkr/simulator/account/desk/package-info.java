/**
 * What clients hear of accounts: {@link com.quanticity.ibkr.simulator.account.desk.AccountDesk} keeps the streams of
 * summaries, updates, positions and profits. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.account.desk;

import org.jspecify.annotations.NullMarked;
