/** Tests. */
@NullMarked
package com.quanticity.ibkr.execution.ledger;

import org.jspecify.annotations.NullMarked;
