/** Tests. */
@NullMarked
package com.quanticity.ibkr.console.parents;

import org.jspecify.annotations.NullMarked;
