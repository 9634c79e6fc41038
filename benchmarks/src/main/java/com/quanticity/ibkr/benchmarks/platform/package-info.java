/**
 * What a measurement runs against: Redis, PostgreSQL and the services as they are shipped, each a process of its own. Entry points:
 * {@link com.quanticity.ibkr.benchmarks.platform.DataServers} and {@link com.quanticity.ibkr.benchmarks.platform.ServiceProcess}.
 */
@NullMarked
package com.quanticity.ibkr.benchmarks.platform;

import org.jspecify.annotations.NullMarked;
