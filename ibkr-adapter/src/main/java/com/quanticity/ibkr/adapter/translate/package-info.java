/** Wire records of the gateway to the desk's model and back: pure functions, safe on every thread. */
@NullMarked
package com.quanticity.ibkr.adapter.translate;

import org.jspecify.annotations.NullMarked;
