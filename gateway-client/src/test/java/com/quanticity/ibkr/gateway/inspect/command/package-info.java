@NullMarked
package com.quanticity.ibkr.gateway.inspect.command;

import org.jspecify.annotations.NullMarked;
