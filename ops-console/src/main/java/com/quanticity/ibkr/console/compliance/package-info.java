/**
 * Extracts for reporting duties, made of the audit record, so that every row can be traced to a link of the chain. Entry point: {@link
 * com.quanticity.ibkr.console.compliance.ExecutionExtract}; callers wait for the database.
 */
@NullMarked
package com.quanticity.ibkr.console.compliance;

import org.jspecify.annotations.NullMarked;
