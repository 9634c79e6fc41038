/**
 * Which contracts exist: {@link com.quanticity.ibkr.simulator.contract.ContractMaster} answers
 * {@link com.quanticity.ibkr.simulator.contract.ContractQuery}. Threads: immutable after start.
 */
@NullMarked
package com.quanticity.ibkr.simulator.contract;

import org.jspecify.annotations.NullMarked;
