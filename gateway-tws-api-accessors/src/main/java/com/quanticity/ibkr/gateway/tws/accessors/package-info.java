/** How the official client's classes name their accessors. Runs inside the compiler. */
@NullMarked
package com.quanticity.ibkr.gateway.tws.accessors;

import org.jspecify.annotations.NullMarked;
