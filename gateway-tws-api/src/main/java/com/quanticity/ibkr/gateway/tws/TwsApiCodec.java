package com.quanticity.ibkr.gateway.tws;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.ib.client.EClientSocket;
import com.ib.client.EReader;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.RawFrame;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.binding.MessageCodec;
import com.quanticity.ibkr.gateway.binding.Spelling;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent.MalformedFrame;
import com.quanticity.ibkr.gateway.event.UnreadEvent.UnknownMessage;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.tws.bag.BeyondClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The official client as a codec: a call is captured as the frame it writes, a frame is put into its reader and comes back as callbacks.
 * Calls hold a lock of ours around the client's own; the reader thread never takes it.
 */
final class TwsApiCodec implements MessageCodec {

    private static final int MESSAGE_ID_DIGITS = 4;

    private final EClientSocket client;
    private final EReader reader;
    private final MemorySocket socket;
    private final Callbacks callbacks;
    private final Calls calls;
    private final Object calling = new Object();

    TwsApiCodec(EClientSocket client, EReader reader, MemorySocket socket, Callbacks callbacks) {
        this.client = client;
        this.reader = reader;
        this.socket = socket;
        this.callbacks = callbacks;
        this.calls = new Calls(client);
    }

    void readHandshake(byte[] bytes, int start, int end) {
        read(bytes, start, end, new ArrayList<>());
    }

    @Override
    public byte[] startApi() {
        synchronized (calling) {
            client.startAPI();
            return socket.takeWritten();
        }
    }

    @Override
    public Spelling spell(GatewayRequest request) {
        Optional<SendOutcome.Refused> missing = Calls.beyondTheClient(request, callbacks.serverVersion());
        if (missing.isPresent()) {
            return new Spelling.Refused(missing.get());
        }
        synchronized (calling) {
            callbacks.startCall();
            try {
                calls.call(request);
            } catch (BeyondClientException beyond) {
                return refused(beyond.refusal(), String.valueOf(beyond.getMessage()));
            } finally {
                callbacks.endCall();
            }
            return spelled(socket.takeWritten(), callbacks.takeRefusal());
        }
    }

    private static Spelling spelled(byte[] frame, SendOutcome.@Nullable Refused refusal) {
        if (refusal != null) {
            return new Spelling.Refused(refusal);
        }
        return frame.length == 0
                ? refused(LocalRefusal.NOT_IN_BINDING, "the official client sent nothing; use the native binding")
                : new Spelling.Frame(frame);
    }

    private static Spelling refused(LocalRefusal refusal, String message) {
        return new Spelling.Refused(new SendOutcome.Refused(refusal, message));
    }

    /** Whatever the client does with a frame it cannot read, nothing of that frame is used and the next one is fine. */
    @Override
    public void read(byte[] bytes, int start, int end, List<GatewayEvent> events) {
        int before = events.size();
        callbacks.startFrame(events);
        try {
            socket.offer(bytes, start, end);
            reader.putMessageToQueue();
            reader.processMsgs();
            callbacks.endFrame();
        } catch (IOException | RuntimeException unreadable) {
            callbacks.fail(String.valueOf(unreadable.getMessage()));
        }
        Optional<String> problem = callbacks.takeProblem();
        if (callbacks.takeUnknown()) {
            drop(events, before);
            events.add(new UnknownMessage(messageId(bytes, start, end), RawFrame.copyOf(bytes, start, end)));
        } else if (problem.isPresent()) {
            drop(events, before);
            events.add(new MalformedFrame(
                    messageIdOrNull(bytes, start, end), problem.get(), RawFrame.copyOf(bytes, start, end)));
        }
    }

    private static void drop(List<GatewayEvent> events, int from) {
        events.subList(from, events.size()).clear();
    }

    private static int messageId(byte[] bytes, int start, int end) {
        Integer id = messageIdOrNull(bytes, start, end);
        return id == null ? 0 : id;
    }

    private static @Nullable Integer messageIdOrNull(byte[] bytes, int start, int end) {
        int length = 0;
        while (start + length < end && bytes[start + length] != 0 && length <= MESSAGE_ID_DIGITS) {
            length++;
        }
        try {
            return Integer.valueOf(new String(bytes, start, length, US_ASCII));
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
