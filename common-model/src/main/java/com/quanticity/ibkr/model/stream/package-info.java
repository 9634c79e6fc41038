/** The stream contract: names, versions, payload codecs. Entry points: {@link com.quanticity.ibkr.model.stream.Topics}, {@link com.quanticity.ibkr.model.stream.Topic}. Immutable; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.model.stream;

import org.jspecify.annotations.NullMarked;
