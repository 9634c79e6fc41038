/** The starter's properties and beans. */
@NullMarked
package com.quanticity.ibkr.gateway.autoconfigure;

import org.jspecify.annotations.NullMarked;
