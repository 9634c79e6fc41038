/**
 * What this service puts on the audit record beside its order events: commands as they came in, order requests as they went to the
 * gateway, and what the gateway said of orders, each with its fields. Entry points are the beans of {@code AuditConfiguration}; callers
 * never wait, entries are made and stored on the outbox's thread.
 */
@NullMarked
package com.quanticity.ibkr.adapter.audit;

import org.jspecify.annotations.NullMarked;
