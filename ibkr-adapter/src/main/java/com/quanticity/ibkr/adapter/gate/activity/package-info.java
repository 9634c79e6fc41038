/**
 * What was sent and traded lately, for limits on numbers of messages. Entry point: {@link
 * com.quanticity.ibkr.adapter.gate.activity.Activity}. Counted from the order book's changes, so that a restart counts the same again
 * from the journal. One short lock, nothing blocks.
 */
@NullMarked
package com.quanticity.ibkr.adapter.gate.activity;

import org.jspecify.annotations.NullMarked;
