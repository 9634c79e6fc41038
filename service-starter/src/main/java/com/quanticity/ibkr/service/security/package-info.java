/**
 * Bearer-token protection of {@code /api/**} and of the wire capture; everything else is denied but health, metrics, info and the OpenAPI documents. A service
 * with a {@code SecurityFilterChain} of its own replaces all of it. Called on request threads; stateless.
 */
@NullMarked
package com.quanticity.ibkr.service.security;

import org.jspecify.annotations.NullMarked;
