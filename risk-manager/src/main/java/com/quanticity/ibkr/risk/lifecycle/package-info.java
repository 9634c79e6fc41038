/**
 * The order in which the parts of this service start and stop. Entry point: {@link com.quanticity.ibkr.risk.lifecycle.Step}. Called
 * on the threads that start and stop the application.
 */
@NullMarked
package com.quanticity.ibkr.risk.lifecycle;

import org.jspecify.annotations.NullMarked;
