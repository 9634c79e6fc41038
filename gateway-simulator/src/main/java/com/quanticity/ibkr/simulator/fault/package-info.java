/**
 * Troubles between the desks and the sockets: messages that are withheld, late, repeated or out of order, requests that are
 * ignored or refused, links that are slow, split or dead. {@link com.quanticity.ibkr.simulator.fault.MessageRules} and
 * {@link com.quanticity.ibkr.simulator.fault.LinkFaults} hold what is switched on,
 * {@link com.quanticity.ibkr.simulator.fault.FrameGate} applies it to one session. Threads: the event loop, but for what says otherwise.
 */
@NullMarked
package com.quanticity.ibkr.simulator.fault;

import org.jspecify.annotations.NullMarked;
