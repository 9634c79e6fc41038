@NullMarked
package com.quanticity.ibkr.gateway.error;

import org.jspecify.annotations.NullMarked;
