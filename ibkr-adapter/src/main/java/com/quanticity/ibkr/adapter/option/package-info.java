/**
 * Option chains: which expiries and strikes an underlying has, filtered, and pictures of them with greeks taken within the quotas. Entry
 * points are the REST endpoints under {@code /api/v1/options}. Chains are fetched on the caller's thread; each picture is taken by a
 * virtual thread of its own, and the session's consumer thread only hands answers over.
 */
@NullMarked
package com.quanticity.ibkr.adapter.option;

import org.jspecify.annotations.NullMarked;
