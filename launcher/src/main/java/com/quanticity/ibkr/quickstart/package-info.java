/**
 * The launcher: one command runs Redis, PostgreSQL, the simulator and the five services on this machine. Entry point {@link
 * com.quanticity.ibkr.quickstart.Quickstart#main}. The main thread starts and waits; the shutdown hook stops everything.
 */
@NullMarked
package com.quanticity.ibkr.quickstart;

import org.jspecify.annotations.NullMarked;
