/** A service with everything of this module and one endpoint for each kind of failure. */
@NullMarked
package com.quanticity.ibkr.service;

import org.jspecify.annotations.NullMarked;
