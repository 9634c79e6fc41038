/**
 * Contracts of every kind: resolved by the broker once ({@link com.quanticity.ibkr.adapter.contract.ContractDesk}), remembered, blocked
 * and checked for their price increments ({@link com.quanticity.ibkr.adapter.contract.ContractDirectory}), compared with option symbols,
 * read again each day, published and stored. Answers arrive on the session's consumer thread; Redis and PostgreSQL are written on a thread
 * of their own, the daily refresh has another.
 */
@NullMarked
package com.quanticity.ibkr.adapter.contract;

import org.jspecify.annotations.NullMarked;
