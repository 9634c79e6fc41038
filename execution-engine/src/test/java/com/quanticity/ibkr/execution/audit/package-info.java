@NullMarked
package com.quanticity.ibkr.execution.audit;

import org.jspecify.annotations.NullMarked;
