/** What the account holds and is worth, as the broker reports it. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.model.position;

import org.jspecify.annotations.NullMarked;
