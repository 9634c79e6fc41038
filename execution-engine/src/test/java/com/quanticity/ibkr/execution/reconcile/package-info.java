/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.execution.reconcile;

import org.jspecify.annotations.NullMarked;
