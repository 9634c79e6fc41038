/**
 * The limits as this service last heard them, compiled for looking up. Entry point: {@link
 * com.quanticity.ibkr.adapter.gate.limit.LimitBook}. Heard on a tail's thread, read on every thread without waiting.
 */
@NullMarked
package com.quanticity.ibkr.adapter.gate.limit;

import org.jspecify.annotations.NullMarked;
