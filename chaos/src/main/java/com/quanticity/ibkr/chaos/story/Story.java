package com.quanticity.ibkr.chaos.story;

/** Something that happens on a certain day. */
interface Story {

    /** As the command line spells it. */
    String title();

    /** What happens and what must hold afterwards, one sentence. */
    String about();

    /**
     * Plays it on a platform that is ready and has no open orders, and leaves it so.
     *
     * @throws StoryFailedException when something does not come to pass
     */
    void tell(Scene scene) throws InterruptedException;
}
