/** How long the reconciliation's look at the fills takes, by the number of executions in the tables. One thread. */
@NullMarked
package com.quanticity.ibkr.benchmarks.reconcile;

import org.jspecify.annotations.NullMarked;
