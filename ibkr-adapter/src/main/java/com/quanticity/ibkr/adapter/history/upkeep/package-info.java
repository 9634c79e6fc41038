/**
 * Care of the stored rows: five-second bars rolled up to minutes, old rows compressed or removed, by TimescaleDB where it can and by a job
 * of our own where not. Thread: one of its own.
 */
@NullMarked
package com.quanticity.ibkr.adapter.history.upkeep;

import org.jspecify.annotations.NullMarked;
