/**
 * The page as fragments that are drawn once and pushed to every viewer. Entry points: {@link com.quanticity.ibkr.console.live.Panel} for
 * what is shown, {@link com.quanticity.ibkr.console.live.LivePage} for the page. Panels are asked by one thread at a time; no viewer is
 * ever waited for.
 */
@NullMarked
package com.quanticity.ibkr.console.live;

import org.jspecify.annotations.NullMarked;
