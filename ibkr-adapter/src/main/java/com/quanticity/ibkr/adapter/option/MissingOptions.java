package com.quanticity.ibkr.adapter.option;

/**
 * A part of what was wanted that there is no picture of.
 *
 * @param what option, or all options of a class and day
 * @param why one line
 */
record MissingOptions(String what, String why) {}
