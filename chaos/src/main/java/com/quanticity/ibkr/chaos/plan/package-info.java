/** What a run does, drawn from its seed. Immutable; no clock, no input or output. */
@NullMarked
package com.quanticity.ibkr.chaos.plan;

import org.jspecify.annotations.NullMarked;
