/**
 * The fields of a frame: texts, whole and decimal numbers, groups, and the sentinels that stand for "nothing". Entry point: {@link
 * com.quanticity.ibkr.gateway.internal.wire.field.FieldReader}. Everything belongs to one thread, the reader of a connection.
 */
@NullMarked
package com.quanticity.ibkr.gateway.internal.wire.field;

import org.jspecify.annotations.NullMarked;
