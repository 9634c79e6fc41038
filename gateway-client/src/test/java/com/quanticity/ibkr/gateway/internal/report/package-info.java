@NullMarked
package com.quanticity.ibkr.gateway.internal.report;

import org.jspecify.annotations.NullMarked;
