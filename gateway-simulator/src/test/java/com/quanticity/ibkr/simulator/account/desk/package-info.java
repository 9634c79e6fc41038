/** Account streams as a client hears them. */
@NullMarked
package com.quanticity.ibkr.simulator.account.desk;

import org.jspecify.annotations.NullMarked;
