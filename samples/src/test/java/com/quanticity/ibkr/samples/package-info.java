@NullMarked
package com.quanticity.ibkr.samples;

import org.jspecify.annotations.NullMarked;
