/**
 * Keeps the books fed: stream readers and pollers, started and stopped with the application.
 */
@NullMarked
package com.quanticity.ibkr.console.feed;

import org.jspecify.annotations.NullMarked;
