/** Tests. */
@NullMarked
package com.quanticity.ibkr.execution.position;

import org.jspecify.annotations.NullMarked;
