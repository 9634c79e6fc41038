/**
 * What is traded, as people name it ({@link com.quanticity.ibkr.model.contract.ContractSpec}) and as the broker identifies it
 * ({@link com.quanticity.ibkr.model.contract.Contract}). Immutable values; safe on every thread.
 */
@NullMarked
package com.quanticity.ibkr.model.contract;

import org.jspecify.annotations.NullMarked;
