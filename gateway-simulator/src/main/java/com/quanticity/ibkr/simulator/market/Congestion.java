package com.quanticity.ibkr.simulator.market;

/** Whether clients leave so much unread that the market had better wait. */
public interface Congestion {

    boolean isThere();

    /** Runs a task on the event loop as soon as it is over; it replaces one that waits already. */
    void whenOver(Runnable task);

    /** Clients are never waited for. */
    static Congestion ignored() {
        return new Congestion() {
            @Override
            public boolean isThere() {
                return false;
            }

            @Override
            public void whenOver(Runnable task) {
                throw new IllegalStateException("nobody waits for clients here");
            }
        };
    }
}
