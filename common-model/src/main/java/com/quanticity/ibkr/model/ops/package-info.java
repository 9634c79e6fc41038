/** Operator commands and what each service answers, and the alarms that need a person. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.model.ops;

import org.jspecify.annotations.NullMarked;
