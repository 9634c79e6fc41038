/**
 * How entries of the audit record leave a service: {@link com.quanticity.ibkr.stream.audit.AuditOutbox} keeps them in a table of the
 * service, in the transaction of what they tell, and publishes them on {@code audit.entry}. Recording is called on the thread of the
 * transaction; one thread publishes.
 */
@NullMarked
package com.quanticity.ibkr.stream.audit;

import org.jspecify.annotations.NullMarked;
