/**
 * Downloads of past bars and ticks, from the wish to the tables. Front doors: {@link com.quanticity.ibkr.adapter.historical.BarBackfill}
 * for other parts of this service, {@code /api/v1/historical} for everybody else. Downloads live on one thread, {@code download-desk}; the
 * session and requests hand their things over to it. Plans, words of the broker and tables are in the sub-packages.
 */
@NullMarked
package com.quanticity.ibkr.adapter.historical;

import org.jspecify.annotations.NullMarked;
