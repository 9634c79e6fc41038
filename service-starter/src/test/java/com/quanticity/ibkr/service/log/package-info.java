@NullMarked
package com.quanticity.ibkr.service.log;

import org.jspecify.annotations.NullMarked;
