@NullMarked
package com.quanticity.ibkr.adapter.audit;

import org.jspecify.annotations.NullMarked;
