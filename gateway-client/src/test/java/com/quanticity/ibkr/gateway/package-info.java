/** What the port itself decides. */
@NullMarked
package com.quanticity.ibkr.gateway;

import org.jspecify.annotations.NullMarked;
