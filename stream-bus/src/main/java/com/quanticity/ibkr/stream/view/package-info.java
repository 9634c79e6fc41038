/**
 * Redis keys that show what is known at a moment: {@link com.quanticity.ibkr.stream.view.HashView} is written as a whole or by its
 * changes, and a reader never sees half of one. Any thread may call; every call is one command that Redis carries out at once.
 */
@NullMarked
package com.quanticity.ibkr.stream.view;

import org.jspecify.annotations.NullMarked;
