/**
 * Who of many symbols has one of the few depth subscriptions, and until when: a state machine without clock, thread or socket. Entry
 * point: {@link com.quanticity.ibkr.adapter.depth.rotation.Rotation}, which is told what happens and asks through
 * {@link com.quanticity.ibkr.adapter.depth.rotation.RotationPort}. Not thread-safe, its owner guards it; views are immutable.
 */
@NullMarked
package com.quanticity.ibkr.adapter.depth.rotation;

import org.jspecify.annotations.NullMarked;
