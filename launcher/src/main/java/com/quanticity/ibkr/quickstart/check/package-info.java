/**
 * Proves that a platform works end to end: a quote arrives everywhere, an order fills. Entry point {@link
 * com.quanticity.ibkr.quickstart.check.PlatformCheck}, on the caller's thread.
 */
@NullMarked
package com.quanticity.ibkr.quickstart.check;

import org.jspecify.annotations.NullMarked;
