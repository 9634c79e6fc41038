/** What outside strategies ask for. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.model.intent;

import org.jspecify.annotations.NullMarked;
