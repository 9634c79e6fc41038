/**
 * What a line of the log becomes when logs are written as JSON ({@code logging.structured.format.console}). Entry point:
 * {@link com.quanticity.ibkr.service.log.LogFields}. Called on every logging thread; stateless.
 */
@NullMarked
package com.quanticity.ibkr.service.log;

import org.jspecify.annotations.NullMarked;
