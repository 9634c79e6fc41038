/** The platform as processes that can be killed: Redis, PostgreSQL, adapter, risk-manager and engine. Called on any thread. */
@NullMarked
package com.quanticity.ibkr.chaos.machine;

import org.jspecify.annotations.NullMarked;
