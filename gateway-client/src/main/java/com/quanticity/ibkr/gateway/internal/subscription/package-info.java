/**
 * The register of subscriptions: what is wanted, asked for, proven by data, healed. Entry point:
 * {@link com.quanticity.ibkr.gateway.internal.subscription.SubscriptionRegister}, consumer thread only.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.subscription;

import org.jspecify.annotations.NullMarked;
