/**
 * This service's one session with the gateway, on client id 2: its life, and who hears of it. Entry point: {@code
 * SessionConfiguration}. The session refuses orders under this id by itself; nothing here could send one.
 */
@NullMarked
package com.quanticity.ibkr.risk.session;

import org.jspecify.annotations.NullMarked;
