/**
 * Recorded quotes and trades in the CSV layout of the market-data folder, as a market feed:
 * {@link com.quanticity.ibkr.simulator.recording.RecordingFolder} finds the files of a day,
 * {@link com.quanticity.ibkr.simulator.recording.RecordingFeed} streams them. Threads: one at a time.
 */
@NullMarked
package com.quanticity.ibkr.simulator.recording;

import org.jspecify.annotations.NullMarked;
