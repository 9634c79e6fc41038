/**
 * What our own fills add up to, for each account and contract. Entry point {@link com.quanticity.ibkr.execution.position.Positions},
 * written on the ledger's thread, read on request threads.
 */
@NullMarked
package com.quanticity.ibkr.execution.position;

import org.jspecify.annotations.NullMarked;
