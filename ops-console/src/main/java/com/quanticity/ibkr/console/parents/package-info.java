/** Parents and the orders they have sent. Entry point {@link com.quanticity.ibkr.console.parents.ParentBook}. */
@NullMarked
package com.quanticity.ibkr.console.parents;

import org.jspecify.annotations.NullMarked;
