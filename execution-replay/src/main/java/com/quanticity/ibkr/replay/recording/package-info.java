/**
 * Reads recorded quotes in time order. Entry point: {@link com.quanticity.ibkr.replay.recording.Recordings}. A reader belongs to one
 * thread.
 */
@NullMarked
package com.quanticity.ibkr.replay.recording;

import org.jspecify.annotations.NullMarked;
