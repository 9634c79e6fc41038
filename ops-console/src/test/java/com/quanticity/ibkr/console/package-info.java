/** The console as a whole: its page, its stream and its commands against a real Redis and PostgreSQL, and a demonstration to look at. */
@NullMarked
package com.quanticity.ibkr.console;

import org.jspecify.annotations.NullMarked;
