/**
 * What of a connected session does not work. Entry point: {@link com.quanticity.ibkr.gateway.internal.impairment.Impairments}, safe
 * on every thread: notices come on the control thread, data on the reader thread, questions from everywhere.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.impairment;

import org.jspecify.annotations.NullMarked;
