package com.quanticity.ibkr.model.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price of the outside feed, to be compared with level 1.
 *
 * @param symbol the desk's symbol
 * @param price per share, US dollars
 * @param at the feed's own stamp, UTC
 * @param source which of the feed's products it came from, for example {@code flow}; empty when not given
 */
public record UwPrice(String symbol, BigDecimal price, Instant at, String source) {}
