/**
 * Between the official client's mutable bags and our records. Every mapper is checked by the compiler for completeness: a member of
 * either side that is forgotten is an error. Stateless; safe on every thread.
 */
@NullMarked
package com.quanticity.ibkr.gateway.tws.bag;

import org.jspecify.annotations.NullMarked;
