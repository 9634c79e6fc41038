/**
 * The life of a session: one class for each state, and {@link com.quanticity.ibkr.gateway.internal.life.Life}, which holds the present one.
 * States run on the control thread only; what other threads see is one volatile view.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.life;

import org.jspecify.annotations.NullMarked;
