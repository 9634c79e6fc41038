/**
 * Orders of our ledger. Fed by a stream thread and a loader, read by the drawing thread.
 */
@NullMarked
package com.quanticity.ibkr.console.orders;

import org.jspecify.annotations.NullMarked;
