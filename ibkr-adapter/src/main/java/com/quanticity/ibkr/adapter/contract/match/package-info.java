/**
 * Answers of the broker held against something else, as pure functions: what a name means among the contracts that match it, what changed
 * since the last reading, whether an option symbol names that contract. Entry points: {@code ContractChoice}, {@code ContractComparison},
 * {@code OccCheck}. No state, any thread.
 */
@NullMarked
package com.quanticity.ibkr.adapter.contract.match;

import org.jspecify.annotations.NullMarked;
