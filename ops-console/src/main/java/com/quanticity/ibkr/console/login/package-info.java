/**
 * Who may see the page and who may command: form login, roles, lock-out and headers. Request threads.
 */
@NullMarked
package com.quanticity.ibkr.console.login;

import org.jspecify.annotations.NullMarked;
