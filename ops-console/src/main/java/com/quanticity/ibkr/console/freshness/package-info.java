/**
 * How old a datum may be before it says so, and how times and figures are written. Immutable.
 */
@NullMarked
package com.quanticity.ibkr.console.freshness;

import org.jspecify.annotations.NullMarked;
