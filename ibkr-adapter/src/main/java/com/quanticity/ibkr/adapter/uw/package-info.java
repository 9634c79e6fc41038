/**
 * Prices of the outside feed (Unusual Whales, {@code uw.price}) against level 1, by symbol and time. Entry point: the consumer
 * {@code UwDesk}. Level 1 is read from {@code market.quote} like everybody does, from the first outside price on, so that a platform without
 * the feed pays nothing. One thread consumes prices, one follows level 1; they meet in {@code ReferenceTape}.
 */
@NullMarked
package com.quanticity.ibkr.adapter.uw;

import org.jspecify.annotations.NullMarked;
