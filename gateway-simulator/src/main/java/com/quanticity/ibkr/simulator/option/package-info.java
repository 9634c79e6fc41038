/**
 * What clients have computed about options: {@link com.quanticity.ibkr.simulator.option.OptionDesk}. Threads: event loop
 * only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.option;

import org.jspecify.annotations.NullMarked;
