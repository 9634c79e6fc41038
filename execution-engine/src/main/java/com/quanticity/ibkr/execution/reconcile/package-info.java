/**
 * Our books against the broker's, all the time: positions, open orders and fills of the ledger are compared with the broker's positions,
 * the adapter's book and the drop copy. A difference that lasts is a {@link com.quanticity.ibkr.model.reconcile.Discrepancy}: it locks its
 * instrument, alarms, and ends by itself or by a person's decision. Unknown is not empty: a witness that is not known raises, ages and
 * clears nothing. Entry points: {@code Reconciler} for one comparison, {@code DiscrepancyDesk} for decisions. What the witnesses say comes
 * from the package below. Sources: decisions 0017, 0024.
 *
 * <p>Threads: the reconciler runs on the upkeep thread, decisions on request threads; rows of the database are their locks.
 */
@NullMarked
package com.quanticity.ibkr.execution.reconcile;

import org.jspecify.annotations.NullMarked;
