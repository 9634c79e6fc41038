/**
 * What really happened, told by nobody's callbacks: every state change of every order, every fill, messages by client, kind and
 * direction, subscriptions now and at most, limits hit, and on demand the bytes of every session.
 *
 * <p>{@link com.quanticity.ibkr.simulator.witness.Witness} is fed on the event loop;
 * {@link com.quanticity.ibkr.simulator.witness.WitnessReport} is what it says at one moment and free to pass around.
 */
@NullMarked
package com.quanticity.ibkr.simulator.witness;

import org.jspecify.annotations.NullMarked;
