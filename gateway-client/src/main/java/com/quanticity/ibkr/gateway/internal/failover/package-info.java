/**
 * Which gateway a session connects to, when it tries again, and which outages are planned. Control thread unless a type says otherwise.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.failover;

import org.jspecify.annotations.NullMarked;
