package com.quanticity.ibkr.gateway.session;

import java.time.Instant;

/**
 * The application fell behind the events, or caught up. While it is behind no subscription is asked for; a full queue closes the
 * connection. Being behind is told ahead of the events that wait, so that the application can drop work early.
 *
 * @param isBehind false when it has caught up
 * @param waitingEvents events that waited at that moment
 * @param capacity how many may wait
 * @param at when
 */
public record Backlog(boolean isBehind, int waitingEvents, int capacity, Instant at) {}
