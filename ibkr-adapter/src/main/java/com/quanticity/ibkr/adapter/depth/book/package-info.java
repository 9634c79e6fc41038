/**
 * The book of one depth subscription, kept from inserts, updates and deletes, and whether it may be believed. Entry points:
 * {@link com.quanticity.ibkr.adapter.depth.book.DepthBook} for who keeps it, {@link com.quanticity.ibkr.adapter.depth.book.BookSnapshot}
 * for who reads it. A book is not thread-safe, its owner guards it; snapshots are immutable.
 */
@NullMarked
package com.quanticity.ibkr.adapter.depth.book;

import org.jspecify.annotations.NullMarked;
