/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.execution.statement;

import org.jspecify.annotations.NullMarked;
