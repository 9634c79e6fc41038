/** Tests of this package. */
@NullMarked
package com.quanticity.ibkr.console.login;

import org.jspecify.annotations.NullMarked;
