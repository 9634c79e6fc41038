/** Tests. */
@NullMarked
package com.quanticity.ibkr.execution.order;

import org.jspecify.annotations.NullMarked;
