/** Tests of the package of the same name. */
@NullMarked
package com.quanticity.ibkr.simulator.recording;

import org.jspecify.annotations.NullMarked;
