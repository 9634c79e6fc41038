/**
 * Every refused or failed request answers with problem details (RFC 9457) that say what is wrong and what to do. Entry point is
 * {@link com.quanticity.ibkr.service.problem.ApiException}, thrown by a service for what only it knows. Called on request threads;
 * stateless.
 */
@NullMarked
package com.quanticity.ibkr.service.problem;

import org.jspecify.annotations.NullMarked;
