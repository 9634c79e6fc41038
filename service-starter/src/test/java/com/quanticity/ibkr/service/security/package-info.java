/** Tests of this feature over a running service. */
@NullMarked
package com.quanticity.ibkr.service.security;

import org.jspecify.annotations.NullMarked;
