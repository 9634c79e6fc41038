/**
 * Orders in by REST: checked, stored with the command to send them, answered. Entry point
 * {@code OrderController} under {@code /api/v1/orders}, on request threads; expiry comes on the outbox's thread.
 */
@NullMarked
package com.quanticity.ibkr.execution.order;

import org.jspecify.annotations.NullMarked;
