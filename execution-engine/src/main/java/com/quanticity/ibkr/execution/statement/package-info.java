/**
 * The check at the end of a day: our fills, what the broker's API told, and the broker's Flex statement, side by side. Statements come by
 * REST or from a folder; a day without one is unknown, never equal. Entry points: {@code FlexReader} for the file, {@code ThreeWayCheck}
 * for the comparison, {@code StatementDesk} for imports. Source: capability L08, decision 0017.
 *
 * <p>Threads: imports on request threads and the upkeep thread; values are immutable.
 */
@NullMarked
package com.quanticity.ibkr.execution.statement;

import org.jspecify.annotations.NullMarked;
