@NullMarked
package com.quanticity.ibkr.risk.dropcopy;

import org.jspecify.annotations.NullMarked;
