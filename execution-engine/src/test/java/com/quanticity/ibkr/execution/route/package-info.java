/** Tests. */
@NullMarked
package com.quanticity.ibkr.execution.route;

import org.jspecify.annotations.NullMarked;
