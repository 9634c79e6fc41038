/**
 * The whole platform as processes on one machine: what is started, in which order, with which settings, and the table that shows it.
 * Entry point {@link com.quanticity.ibkr.quickstart.platform.Platform}: started and stopped by the main thread (stopped by the shutdown
 * hook as well); status changes arrive on the supervising threads and are put in order by the status board.
 */
@NullMarked
package com.quanticity.ibkr.quickstart.platform;

import org.jspecify.annotations.NullMarked;
