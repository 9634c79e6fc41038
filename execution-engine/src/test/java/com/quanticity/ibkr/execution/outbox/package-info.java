/** Tests. */
@NullMarked
package com.quanticity.ibkr.execution.outbox;

import org.jspecify.annotations.NullMarked;
