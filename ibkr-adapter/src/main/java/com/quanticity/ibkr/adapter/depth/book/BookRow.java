package com.quanticity.ibkr.adapter.depth.book;

import java.math.BigDecimal;

/**
 * One row of a book.
 *
 * @param price in contract currency
 * @param size in shares or contracts
 * @param maker id of the market maker, or the exchange for SMART depth; empty when the exchange names none
 */
public record BookRow(BigDecimal price, BigDecimal size, String maker) {}
