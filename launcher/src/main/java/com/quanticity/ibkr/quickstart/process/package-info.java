/**
 * Operating-system processes: started, asked whether they are ready, started again when they die, and ended with this one however it ends.
 * Entry points are {@link com.quanticity.ibkr.quickstart.process.Supervised} (one thread each, which alone starts and restarts its
 * process) and {@link com.quanticity.ibkr.quickstart.process.Watchdog}. Listeners are called on the supervising threads.
 */
@NullMarked
package com.quanticity.ibkr.quickstart.process;

import org.jspecify.annotations.NullMarked;
