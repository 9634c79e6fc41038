/**
 * Requests that wait for their end. Registered on every thread, ended on the consumer thread.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.pending;

import org.jspecify.annotations.NullMarked;
