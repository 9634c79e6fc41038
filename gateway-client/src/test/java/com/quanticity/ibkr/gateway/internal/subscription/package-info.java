/** The register of subscriptions against a port that records. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.subscription;

import org.jspecify.annotations.NullMarked;
