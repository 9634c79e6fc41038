/** What the traffic tells, with times given by hand. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.traffic;

import org.jspecify.annotations.NullMarked;
