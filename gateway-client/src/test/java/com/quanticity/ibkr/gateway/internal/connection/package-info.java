/** The native binding against a hand-written peer. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.connection;

import org.jspecify.annotations.NullMarked;
