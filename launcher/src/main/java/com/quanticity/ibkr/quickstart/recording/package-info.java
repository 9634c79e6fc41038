/**
 * Compares what PostgreSQL holds with the recording that was played: element by element, for each symbol. Entry point {@link
 * com.quanticity.ibkr.quickstart.recording.RecordingComparison}, on the caller's thread; memory stays flat. Reads the recording with a
 * reader of its own, so that a mistake of the simulator's cannot hide itself.
 */
@NullMarked
package com.quanticity.ibkr.quickstart.recording;

import org.jspecify.annotations.NullMarked;
