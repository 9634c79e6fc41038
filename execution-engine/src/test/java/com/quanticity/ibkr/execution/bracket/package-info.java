/** Tests. */
@NullMarked
package com.quanticity.ibkr.execution.bracket;

import org.jspecify.annotations.NullMarked;
