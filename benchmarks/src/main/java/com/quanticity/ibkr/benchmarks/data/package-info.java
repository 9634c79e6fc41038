/**
 * The data side of the platform under load: the adapter as a process of its own, real Redis and PostgreSQL, and a gateway look-alike or the
 * simulator in front. Entry points: {@link com.quanticity.ibkr.benchmarks.data.DataRun} and
 * {@link com.quanticity.ibkr.benchmarks.data.RecordedDay}.
 */
@NullMarked
package com.quanticity.ibkr.benchmarks.data;

import org.jspecify.annotations.NullMarked;
