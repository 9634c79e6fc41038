/**
 * What happened, newest first. Written by every thread, read by the drawing thread.
 */
@NullMarked
package com.quanticity.ibkr.console.timeline;

import org.jspecify.annotations.NullMarked;
