/**
 * Parents at work: stored before anything else, decided upon one turn at a time, their children placed and rolled up in the transaction of
 * the decision. Entry points {@link com.quanticity.ibkr.execution.parent.ParentDesk} for requests and {@code ParentRunner} for what
 * happens then. Requests come on their own threads, turns on one.
 */
@NullMarked
package com.quanticity.ibkr.execution.parent;

import org.jspecify.annotations.NullMarked;
