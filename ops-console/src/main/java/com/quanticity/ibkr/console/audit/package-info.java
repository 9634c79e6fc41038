/**
 * Who did what, when and with which outcome: a hash chain in {@code console.audit_log}, append-only. Entry points: {@link
 * com.quanticity.ibkr.console.audit.Audit} for what the console does itself, whose callers never wait for the database; {@link
 * com.quanticity.ibkr.console.audit.AuditStore} for the chain; {@link com.quanticity.ibkr.console.audit.AuditCommand}, a program of its
 * own, to verify and export it.
 */
@NullMarked
package com.quanticity.ibkr.console.audit;

import org.jspecify.annotations.NullMarked;
