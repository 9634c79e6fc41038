package com.quanticity.ibkr.model.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The depth slot that a symbol has.
 *
 * @param slot 1 and up
 * @param until when its turn ends; null when the slot is its own for good
 */
public record DepthTurn(int slot, @Nullable Instant until) {}
