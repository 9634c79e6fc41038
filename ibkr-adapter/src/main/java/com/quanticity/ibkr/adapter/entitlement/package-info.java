/**
 * What the broker lets this login see: for each contract and kind of data served, delayed, refused and why. Entry points:
 * {@link com.quanticity.ibkr.adapter.entitlement.EntitlementSink} for who asks the broker, {@code GET /api/v1/entitlements} for who wants
 * to know. Subscriptions of the session are noted by themselves, on its consumer thread; the book is safe for any thread.
 */
@NullMarked
package com.quanticity.ibkr.adapter.entitlement;

import org.jspecify.annotations.NullMarked;
