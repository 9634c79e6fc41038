/**
 * The tables of the past: COPY in, pages out. Everything is keyed by what the broker's data says about itself, so that storing the same
 * answer twice changes nothing. Called on the downloads' thread and on request threads; blocks on the database.
 */
@NullMarked
package com.quanticity.ibkr.adapter.historical.store;

import org.jspecify.annotations.NullMarked;
