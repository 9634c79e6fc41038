package com.quanticity.ibkr.execution;

import java.time.Duration;

/**
 * Work a feature wants done from time to time: declared as a bean, run one at a time on a thread of its own. A failure is told once and
 * the work tried again at the next time.
 *
 * @param name for the log
 * @param interval pause between two runs
 */
public record Upkeep(String name, Duration interval, Runnable work) {}
