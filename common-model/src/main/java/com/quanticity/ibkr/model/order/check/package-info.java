/**
 * What may go together in an order, told field by field before anything leaves. Entry point {@code OrderRules}. Pure functions; safe on
 * every thread.
 */
@NullMarked
package com.quanticity.ibkr.model.order.check;

import org.jspecify.annotations.NullMarked;
