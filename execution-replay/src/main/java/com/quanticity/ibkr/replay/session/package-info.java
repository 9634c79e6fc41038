/** The gateway session of client id 3, paper accounts only. Called on the session's consumer thread. */
@NullMarked
package com.quanticity.ibkr.replay.session;

import org.jspecify.annotations.NullMarked;
