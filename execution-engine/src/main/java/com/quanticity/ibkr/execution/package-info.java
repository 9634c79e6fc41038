/**
 * The execution-engine: takes orders by REST, stores them before anything else, hands them to the adapter, and keeps the ledger of what
 * became of them. Entry point {@link com.quanticity.ibkr.execution.ExecutionEngineApplication}. Each sub-package is a feature and says
 * its own threads.
 */
@NullMarked
package com.quanticity.ibkr.execution;

import org.jspecify.annotations.NullMarked;
