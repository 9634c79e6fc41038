/**
 * The audit record: what is recorded ({@link com.quanticity.ibkr.model.audit.AuditEntry}), how entries are chained
 * ({@link com.quanticity.ibkr.model.audit.AuditLink}) and how a chain is checked
 * ({@link com.quanticity.ibkr.model.audit.ChainCheck}), without any store. Values are immutable and safe on every thread; a check belongs
 * to one thread.
 */
@NullMarked
package com.quanticity.ibkr.model.audit;

import org.jspecify.annotations.NullMarked;
