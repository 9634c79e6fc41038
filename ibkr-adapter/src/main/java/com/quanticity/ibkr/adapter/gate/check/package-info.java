/**
 * The questions of the order gate, one class for each, asked in the order of {@link com.quanticity.ibkr.adapter.gate.OrderGate}. Each
 * looks and changes nothing. Asked on the command thread.
 */
@NullMarked
package com.quanticity.ibkr.adapter.gate.check;

import org.jspecify.annotations.NullMarked;
