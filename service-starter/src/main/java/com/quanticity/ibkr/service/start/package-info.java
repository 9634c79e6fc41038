/**
 * A service starts completely or says in one line why not. {@link com.quanticity.ibkr.service.start.CannotStartException} is for services
 * that find a reason of their own. Runs on the main thread during the start.
 */
@NullMarked
package com.quanticity.ibkr.service.start;

import org.jspecify.annotations.NullMarked;
