/**
 * Contracts of the watch list: resolved by the broker, published, stored, and looked up by symbol. Entry point:
 * {@link com.quanticity.ibkr.adapter.contract.ContractDirectory}. Answers arrive on the session's consumer thread; Redis and PostgreSQL
 * are written on a thread of their own.
 */
@NullMarked
package com.quanticity.ibkr.adapter.contract;

import org.jspecify.annotations.NullMarked;
