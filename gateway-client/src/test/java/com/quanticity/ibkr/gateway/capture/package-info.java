@NullMarked
package com.quanticity.ibkr.gateway.capture;

import org.jspecify.annotations.NullMarked;
