@NullMarked
package com.quanticity.ibkr.console.audit;

import org.jspecify.annotations.NullMarked;
