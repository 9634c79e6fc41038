/**
 * Which environment and account the page is about. Entry point: {@link com.quanticity.ibkr.console.environment.Accounts}, safe on every
 * thread.
 */
@NullMarked
package com.quanticity.ibkr.console.environment;

import org.jspecify.annotations.NullMarked;
