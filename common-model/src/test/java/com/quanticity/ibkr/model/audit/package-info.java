@NullMarked
package com.quanticity.ibkr.model.audit;

import org.jspecify.annotations.NullMarked;
