/** Consumers of the streams to copy from. Entry point: {@link com.quanticity.ibkr.samples.MarketDataConsumer}. */
@NullMarked
package com.quanticity.ibkr.samples;

import org.jspecify.annotations.NullMarked;
