/** The calendar of planned outages at the moments that matter. */
@NullMarked
package com.quanticity.ibkr.gateway.maintenance;

import org.jspecify.annotations.NullMarked;
