/**
 * Gateway sessions and services as the console last heard of them. Fed by stream threads and pollers, read by the drawing thread; each
 * book has its own lock.
 */
@NullMarked
package com.quanticity.ibkr.console.sessions;

import org.jspecify.annotations.NullMarked;
