@NullMarked
package com.quanticity.ibkr.gateway.time;

import org.jspecify.annotations.NullMarked;
