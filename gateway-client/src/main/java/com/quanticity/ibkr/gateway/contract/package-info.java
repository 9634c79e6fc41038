/** Contracts as the gateway spells them. Text that is not given is empty. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.gateway.contract;

import org.jspecify.annotations.NullMarked;
