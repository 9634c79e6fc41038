/** Client ids, and the life of a session with a gateway. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.model.session;

import org.jspecify.annotations.NullMarked;
