/**
 * Replays: their requests, their running and their results. Entry point: the controller. Every run has a virtual thread of its own;
 * requests and results pass through the database.
 */
@NullMarked
package com.quanticity.ibkr.replay.run;

import org.jspecify.annotations.NullMarked;
