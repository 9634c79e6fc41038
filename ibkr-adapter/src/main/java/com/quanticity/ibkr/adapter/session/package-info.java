/**
 * The gateway session of client id 1 and the parts of this service that take part in it. Entry point:
 * {@link com.quanticity.ibkr.adapter.session.SessionParticipant}. Participants are called one after the other on the session's consumer
 * thread, their synchronising steps on the session's hook thread.
 */
@NullMarked
package com.quanticity.ibkr.adapter.session;

import org.jspecify.annotations.NullMarked;
