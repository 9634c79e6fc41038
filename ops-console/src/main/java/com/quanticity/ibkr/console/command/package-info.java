/**
 * Halt by one person, resume by two, each tracked until the services have echoed it. Entry points:
 * {@link com.quanticity.ibkr.console.command.HaltDesk} and {@link com.quanticity.ibkr.console.command.ResumeDesk}. Request threads and
 * stream threads; the desks are thread-safe.
 */
@NullMarked
package com.quanticity.ibkr.console.command;

import org.jspecify.annotations.NullMarked;
