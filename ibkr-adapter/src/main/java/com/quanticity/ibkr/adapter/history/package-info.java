/**
 * Market history in PostgreSQL: a consumer group of its own on every stream that is kept, written by COPY. A database outage delays it and
 * touches nothing else; how far it is behind shows in meters, health and alarms. Other packages store their own rows with
 * {@link com.quanticity.ibkr.adapter.history.TableCopy}.
 *
 * <p>Threads: each writer runs on the thread of its subscription, the watch over them and the upkeep of the tables on one each.
 */
@NullMarked
package com.quanticity.ibkr.adapter.history;

import org.jspecify.annotations.NullMarked;
