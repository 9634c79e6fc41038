/**
 * What a binding is made of. Sockets, threads, deadlines, capture and the order of steps are the same for all and stay inside; a
 * binding adds a {@link com.quanticity.ibkr.gateway.binding.Dialect}. Services use {@link
 * com.quanticity.ibkr.gateway.GatewayBinding} only.
 */
@NullMarked
package com.quanticity.ibkr.gateway.binding;

import org.jspecify.annotations.NullMarked;
