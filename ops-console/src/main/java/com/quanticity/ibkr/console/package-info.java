/**
 * The operator's page: what is connected, quoted, ordered and held, and the commands to stop and resume. Entry point:
 * {@link com.quanticity.ibkr.console.ConsoleApplication}. Request threads, one thread for each stream that is read, one that draws the page.
 */
@NullMarked
package com.quanticity.ibkr.console;

import org.jspecify.annotations.NullMarked;
