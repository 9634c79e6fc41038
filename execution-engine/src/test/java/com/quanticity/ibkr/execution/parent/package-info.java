/** Tests of parents at work. */
@NullMarked
package com.quanticity.ibkr.execution.parent;

import org.jspecify.annotations.NullMarked;
