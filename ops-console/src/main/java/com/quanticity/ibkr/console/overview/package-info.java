/**
 * The one page: its frame and its controller. Request threads.
 */
@NullMarked
package com.quanticity.ibkr.console.overview;

import org.jspecify.annotations.NullMarked;
