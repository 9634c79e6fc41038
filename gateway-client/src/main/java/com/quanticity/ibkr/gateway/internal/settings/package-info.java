/** How settings say what is wrong with them. No threads. */
@NullMarked
package com.quanticity.ibkr.gateway.internal.settings;

import org.jspecify.annotations.NullMarked;
