/** The suite: draws runs, carries them out on real processes, compares, reports. Entry point {@code ChaosCommand}, script {@code ./chaos}. */
@NullMarked
package com.quanticity.ibkr.chaos;

import org.jspecify.annotations.NullMarked;
