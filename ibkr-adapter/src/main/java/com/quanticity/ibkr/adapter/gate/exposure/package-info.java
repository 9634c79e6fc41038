/**
 * What is held and what may still be added by working orders, by account, strategy and firm. Entry point: {@link
 * com.quanticity.ibkr.adapter.gate.exposure.Exposures}. Fed by the order book, by the session's positions and by prices on their
 * threads; every method takes one short lock and none blocks.
 */
@NullMarked
package com.quanticity.ibkr.adapter.gate.exposure;

import org.jspecify.annotations.NullMarked;
