package com.quanticity.ibkr.gateway.inspect.command;

import com.quanticity.ibkr.gateway.capture.CapturedFrame;

/** Receives what {@link FrameSource} reads, in order. */
interface FrameVisitor {

    /**
     * One frame, length prefix included.
     *
     * @param timed false when the input says nothing about time: the frame's own is then meaningless
     */
    void frame(CapturedFrame frame, boolean timed);

    /** Something that is no frame. */
    void broken(String problem, String raw);
}
