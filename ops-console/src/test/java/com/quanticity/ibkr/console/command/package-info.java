/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.console.command;

import org.jspecify.annotations.NullMarked;
