/**
 * Real Redis and PostgreSQL for tests. Entry points are {@link com.quanticity.ibkr.test.RealRedis} and
 * {@link com.quanticity.ibkr.test.RealPostgres}; each starts its server once in a JVM, on first use, on a free port. All methods may
 * be called on any thread. A server never outlives its JVM, {@code kill -9} included.
 */
@NullMarked
package com.quanticity.ibkr.test;

import org.jspecify.annotations.NullMarked;
