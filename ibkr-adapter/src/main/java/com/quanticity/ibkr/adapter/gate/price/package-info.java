/**
 * Prices that orders are held against. Entry points: {@link com.quanticity.ibkr.adapter.gate.price.Reference} and {@link
 * com.quanticity.ibkr.adapter.gate.price.PriceRanges}. Read on every thread, nothing blocks.
 */
@NullMarked
package com.quanticity.ibkr.adapter.gate.price;

import org.jspecify.annotations.NullMarked;
