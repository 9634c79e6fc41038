/**
 * Market data, contracts and orders at the last hop, under client id 1. Entry point:
 * {@link com.quanticity.ibkr.adapter.IbkrAdapterApplication}; one configuration class for each feature package.
 */
@NullMarked
package com.quanticity.ibkr.adapter;

import org.jspecify.annotations.NullMarked;
