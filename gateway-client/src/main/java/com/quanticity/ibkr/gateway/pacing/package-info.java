/**
 * What the sessions of one gateway share: its message budget and its historical data limits. Ports only, with implementations for a
 * single process; the ones that share among processes are in {@code internal.redis}. Nothing here blocks.
 */
@NullMarked
package com.quanticity.ibkr.gateway.pacing;

import org.jspecify.annotations.NullMarked;
