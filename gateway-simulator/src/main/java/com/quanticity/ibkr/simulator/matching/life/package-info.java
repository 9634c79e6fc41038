/**
 * How accepted orders live: what holds them, how they are filled and what a fill does to others, how they end, and in
 * which words a gateway tells of all this. {@link com.quanticity.ibkr.simulator.matching.life.OrderLife} leads them. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.matching.life;

import org.jspecify.annotations.NullMarked;
