/**
 * What may leave when: the message budget and the lanes that wait for it. Entry point: {@link com.quanticity.ibkr.gateway.internal.pacing.SendLanes}, safe on every thread.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.pacing;

import org.jspecify.annotations.NullMarked;
