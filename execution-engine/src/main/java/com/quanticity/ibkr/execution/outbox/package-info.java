/**
 * Messages that leave together with a change of the database: stored in the same transaction, published after the commit, again after a
 * crash or an outage of Redis, with the same message id. Entry point {@link com.quanticity.ibkr.execution.outbox.Outbox}, called on the
 * thread of the transaction; one publisher thread for each stream.
 */
@NullMarked
package com.quanticity.ibkr.execution.outbox;

import org.jspecify.annotations.NullMarked;
