package com.quanticity.ibkr.console.live;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page. Messages wait in a bounded queue and are written by a thread of its own, so that nobody waits for a slow browser. */
final class Viewer {

    private static final int WAITING = 64;

    /**
     * @param event name of the server-sent event
     * @param data one line
     */
    record Message(String event, String data) {}

    private final SseEmitter emitter = new SseEmitter(0L);
    private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(WAITING);
    private final String sessionId;
    private final Thread writer;

    Viewer(String sessionId, Runnable whenGone) {
        this.sessionId = sessionId;
        this.writer = Thread.ofVirtual().name("viewer").unstarted(() -> {
            try {
                write();
            } finally {
                whenGone.run();
            }
        });
    }

    SseEmitter start() {
        emitter.onCompletion(writer::interrupt);
        emitter.onTimeout(writer::interrupt);
        emitter.onError(_ -> writer.interrupt());
        writer.start();
        return emitter;
    }

    boolean isOf(String otherSessionId) {
        return sessionId.equals(otherSessionId);
    }

    /** Never blocks; false when the viewer does not keep up. */
    boolean offer(Message message) {
        return waiting.offer(message);
    }

    /** Ends it without waiting for its socket. */
    void close() {
        writer.interrupt();
    }

    private void write() {
        try {
            while (true) {
                Message message = waiting.take();
                emitter.send(SseEmitter.event().name(message.event()).data(message.data(), MediaType.TEXT_PLAIN));
            }
        } catch (InterruptedException _) {
            complete();
        } catch (IOException | IllegalStateException _) {
            // The browser has gone, the usual end; the server knows it too.
        }
    }

    private void complete() {
        try {
            emitter.complete();
        } catch (IllegalStateException _) {
            // The server was faster.
        }
    }
}
