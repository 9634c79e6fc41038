/** The frames that are measured, made from golden frames of the wire specification without any codec of ours. */
@NullMarked
package com.quanticity.ibkr.benchmarks.frames;

import org.jspecify.annotations.NullMarked;
