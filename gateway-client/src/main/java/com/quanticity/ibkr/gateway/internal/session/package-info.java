/**
 * The session as applications see it, put together from life, pacing and pending requests.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.session;

import org.jspecify.annotations.NullMarked;
