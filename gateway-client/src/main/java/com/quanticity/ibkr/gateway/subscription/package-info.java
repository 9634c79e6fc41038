/**
 * What the application wants streamed, and what became of it. Entry point:
 * {@link com.quanticity.ibkr.gateway.subscription.Subscriptions}, from the session. Immutable values apart from that; every thread may
 * use them.
 */
@NullMarked
package com.quanticity.ibkr.gateway.subscription;

import org.jspecify.annotations.NullMarked;
