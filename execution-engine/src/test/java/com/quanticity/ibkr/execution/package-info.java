/** Tests. */
@NullMarked
package com.quanticity.ibkr.execution;

import org.jspecify.annotations.NullMarked;
