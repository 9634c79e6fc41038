/**
 * Market depth: the broker gives few subscriptions, one symbol keeps one for ever and the others share the rest in turn. Entry point:
 * {@link com.quanticity.ibkr.adapter.depth.DepthDesk}. Sub-packages hold the parts without I/O: {@code rotation} decides, {@code book}
 * keeps rows.
 *
 * <p>Threads: rows and the session's life come on the session's consumer thread, time passes on a thread of its own, commands come on
 * any. One lock guards rotation, books and the numbering of updates; it is held for computing and handing over only.
 */
@NullMarked
package com.quanticity.ibkr.adapter.depth;

import org.jspecify.annotations.NullMarked;
