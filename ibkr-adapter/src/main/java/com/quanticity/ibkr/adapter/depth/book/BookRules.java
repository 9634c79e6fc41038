package com.quanticity.ibkr.adapter.depth.book;

import java.time.Duration;

/**
 * When a book counts as complete and when it no longer does. The gateway marks no end of the first picture (wire specification,
 * behaviour section 5), so that silence and time must tell.
 *
 * @param rows rows a side that were asked for; what is pushed below is dropped
 * @param settle a picture is complete when no row has come for so long
 * @param pictureLimit or this long after its first row, as a busy book is never silent
 * @param crossedLimit a book crossed for longer is not valid
 */
public record BookRules(int rows, Duration settle, Duration pictureLimit, Duration crossedLimit) {

    public BookRules {
        if (rows < 1) {
            throw new IllegalArgumentException("a book needs 1 row or more, was " + rows);
        }
    }
}
