/**
 * Who did what, when and with which outcome, append-only. Entry point: {@link com.quanticity.ibkr.console.audit.Audit}; callers never
 * wait for the database.
 */
@NullMarked
package com.quanticity.ibkr.console.audit;

import org.jspecify.annotations.NullMarked;
