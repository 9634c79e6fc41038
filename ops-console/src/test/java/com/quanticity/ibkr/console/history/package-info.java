@NullMarked
package com.quanticity.ibkr.console.history;

import org.jspecify.annotations.NullMarked;
