/** Tests of this feature over a running service. */
@NullMarked
package com.quanticity.ibkr.service.start;

import org.jspecify.annotations.NullMarked;
