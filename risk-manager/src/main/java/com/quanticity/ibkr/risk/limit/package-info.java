/**
 * Limits of the firm: proposed by one person, approved by another, kept by version, published for the order gate; leave for single orders
 * to exceed one; and the denials that came of them. Entry point: {@link com.quanticity.ibkr.risk.limit.LimitDesk}. Called on request
 * threads; the announcer and the record of breaches have a thread each.
 */
@NullMarked
package com.quanticity.ibkr.risk.limit;

import org.jspecify.annotations.NullMarked;
