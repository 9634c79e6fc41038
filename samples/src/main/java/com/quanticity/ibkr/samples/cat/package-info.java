/** Reads any stream for people. Entry point: {@link com.quanticity.ibkr.samples.cat.StreamCat}; one thread. */
@NullMarked
package com.quanticity.ibkr.samples.cat;

import org.jspecify.annotations.NullMarked;
