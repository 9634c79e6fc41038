/** Values between Java and PostgreSQL: entry point {@link com.quanticity.ibkr.execution.sql.Columns}. Stateless; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.execution.sql;

import org.jspecify.annotations.NullMarked;
