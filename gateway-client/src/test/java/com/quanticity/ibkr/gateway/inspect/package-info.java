/** Tests of the JSON form of requests, against the golden vectors and generated requests. */
@NullMarked
package com.quanticity.ibkr.gateway.inspect;

import org.jspecify.annotations.NullMarked;
