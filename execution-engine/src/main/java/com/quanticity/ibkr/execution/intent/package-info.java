/**
 * Intents of outside strategies: read from {@code signal.intent}, made into parents, answered on {@code execution.event}. Entry point
 * {@code IntentDesk}, on its consumer's thread.
 */
@NullMarked
package com.quanticity.ibkr.execution.intent;

import org.jspecify.annotations.NullMarked;
