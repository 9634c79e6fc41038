/** The threads of a session in tests: a control thread moved by hand. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.thread;

import org.jspecify.annotations.NullMarked;
