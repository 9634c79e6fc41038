/**
 * The order ticket: what a person typed becomes a preview by the execution-engine, and what was previewed becomes an order or a bracket
 * under a key of its own. Entry point: {@link com.quanticity.ibkr.console.ticket.TicketController}. On request threads; no state is kept.
 */
@NullMarked
package com.quanticity.ibkr.console.ticket;

import org.jspecify.annotations.NullMarked;
