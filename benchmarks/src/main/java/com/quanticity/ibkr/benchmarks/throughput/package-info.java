/**
 * From the socket to the application. The gateway's side runs in this process, each measured client in a child process of its own, so
 * that no run profits or suffers from what another one taught the JIT compiler.
 */
@NullMarked
package com.quanticity.ibkr.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
