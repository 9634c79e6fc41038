/** The replay service (client id 3). Entry point: {@link com.quanticity.ibkr.replay.ExecutionReplayApplication}. */
@NullMarked
package com.quanticity.ibkr.replay;

import org.jspecify.annotations.NullMarked;
