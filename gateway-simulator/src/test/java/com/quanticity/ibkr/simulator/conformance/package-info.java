/** Others' evidence: captures of real gateways, a client that is not ours, the same session twice. */
@NullMarked
package com.quanticity.ibkr.simulator.conformance;

import org.jspecify.annotations.NullMarked;
