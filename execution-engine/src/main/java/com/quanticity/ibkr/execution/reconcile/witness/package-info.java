/**
 * What others know of our orders, fills and positions: the broker's positions, the adapter's book and the drop copy, as far as they are
 * known now, and how the drop copy's news come in. Compared with our books by the package above. Entry points: {@code Witnesses} for
 * readings, {@code DropCopyIntake} for news, {@code BrokerPositions} for other features.
 *
 * <p>Threads: readings on every thread, the intake on its subscription's thread; rows of the database are their locks.
 */
@NullMarked
package com.quanticity.ibkr.execution.reconcile.witness;

import org.jspecify.annotations.NullMarked;
