/**
 * What a broker demands for a portfolio, and nothing about accounts, orders or wires: {@link MarginRule} turns a list of
 * {@link Holding} into a {@link Requirement}. Three rules: {@link CashRule}, {@link RegulationT}, {@link PortfolioMargin};
 * futures are scanned by {@link FuturesScan} in all of them. Threads: immutable, usable from any.
 */
@NullMarked
package com.quanticity.ibkr.simulator.margin;

import org.jspecify.annotations.NullMarked;
