package com.quanticity.ibkr.execution.route;

import java.math.BigDecimal;

/**
 * One row of a depth book.
 *
 * @param price in contract currency
 * @param size shares or contracts
 * @param venue exchange or market maker it stands at; empty when not given
 */
public record Level(BigDecimal price, BigDecimal size, String venue) {}
