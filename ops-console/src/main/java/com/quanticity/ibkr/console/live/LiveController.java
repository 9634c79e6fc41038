package com.quanticity.ibkr.console.live;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of changes: events {@code heartbeat} (epoch milliseconds), {@code page} and {@code change} (JSON). */
@Controller
class LiveController {

    private final Viewers viewers;

    LiveController(Viewers viewers) {
        this.viewers = viewers;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live(HttpServletRequest request) {
        return viewers.open(request.getSession().getId())
                .map(emitter ->
                        ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build());
    }
}
