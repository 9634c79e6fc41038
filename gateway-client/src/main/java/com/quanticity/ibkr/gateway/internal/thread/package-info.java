/**
 * The threads of a session: its control thread, and the bounded hand-over to its consumer thread. Knows nothing of the wire or of states.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.thread;

import org.jspecify.annotations.NullMarked;
