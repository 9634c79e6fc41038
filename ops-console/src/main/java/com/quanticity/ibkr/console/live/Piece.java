package com.quanticity.ibkr.console.live;

/**
 * One element of the page, drawn again only when its view changed.
 *
 * @param id the element's id on the page
 * @param template file and fragment, for example {@code panels/quotes :: row}
 * @param view what the template shows as {@code it}; records compare by value
 */
public record Piece(String id, String template, Record view) {}
