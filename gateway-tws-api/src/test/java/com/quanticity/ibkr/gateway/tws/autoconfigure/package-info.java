/** The binding in an application. */
@NullMarked
package com.quanticity.ibkr.gateway.tws.autoconfigure;

import org.jspecify.annotations.NullMarked;
