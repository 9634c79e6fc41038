/** What the gateway's messages about a session mean. Stateless; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.notice;

import org.jspecify.annotations.NullMarked;
