@NullMarked
package com.quanticity.ibkr.console.streams;

import org.jspecify.annotations.NullMarked;
