package com.quanticity.ibkr.chaos.story;

/** Something that must come to pass in a story did not; the message says what. */
final class StoryFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryFailedException(String message) {
        super(message);
    }
}
