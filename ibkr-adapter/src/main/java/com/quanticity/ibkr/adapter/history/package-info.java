/**
 * Quote history: a consumer group of its own on {@code market.quote}, written to PostgreSQL in batches. A database outage delays it and
 * touches nothing else. Runs on the subscription's thread.
 */
@NullMarked
package com.quanticity.ibkr.adapter.history;

import org.jspecify.annotations.NullMarked;
