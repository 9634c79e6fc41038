/**
 * Downloads as they are stored: what is wanted, in which pieces, how far each has come. A piece's position is committed together with the
 * rows it brought, so that a download goes on where its data end, whatever ended the process.
 */
@NullMarked
package com.quanticity.ibkr.adapter.historical.job;

import org.jspecify.annotations.NullMarked;
