/**
 * Interactive Brokers' own client under the same frames. Compiled only with the profile {@code tws-api}, against public signatures; to
 * be fair it is used as its documentation shows, and nothing is done with what it delivers.
 */
@NullMarked
package com.quanticity.ibkr.benchmarks.official;

import org.jspecify.annotations.NullMarked;
