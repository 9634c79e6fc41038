/**
 * The questions about the situation: whether any order like this may be sent now at all. Those about size, price and exposure are in the
 * package above. Asked on the command thread.
 */
@NullMarked
package com.quanticity.ibkr.adapter.gate.check.ready;

import org.jspecify.annotations.NullMarked;
