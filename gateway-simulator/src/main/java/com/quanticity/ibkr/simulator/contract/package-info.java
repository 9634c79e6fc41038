/**
 * Which contracts exist: {@link com.quanticity.ibkr.simulator.contract.ContractMaster} answers
 * {@link com.quanticity.ibkr.simulator.contract.ContractQuery}. Stocks, currencies, indices, funds and bonds are bundled
 * lists; futures and options are made by rule for the simulator's day, with ids that can be read back.
 *
 * <p>Threads: immutable after start.
 */
@NullMarked
package com.quanticity.ibkr.simulator.contract;

import org.jspecify.annotations.NullMarked;
