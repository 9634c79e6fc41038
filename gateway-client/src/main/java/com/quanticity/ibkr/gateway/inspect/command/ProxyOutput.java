package com.quanticity.ibkr.gateway.inspect.command;

import com.quanticity.ibkr.gateway.capture.AccountMask;
import com.quanticity.ibkr.gateway.capture.CapturedFrame;
import com.quanticity.ibkr.gateway.capture.WireCaptureFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the proxy prints and writes. Belongs to the log's thread. */
final class ProxyOutput implements FrameLog.Sink {

    private final PrintStream out;
    private final @Nullable AccountMask mask;
    private final MessageView view = new MessageView();
    private @Nullable BufferedWriter capture;

    /** The capture stays the caller's to close. */
    ProxyOutput(PrintStream out, @Nullable BufferedWriter capture, boolean maskAccounts) {
        this.out = out;
        this.capture = capture;
        this.mask = maskAccounts ? new AccountMask() : null;
        write(WireCaptureFormat.HEADER);
    }

    @Override
    public void frame(long connection, CapturedFrame frame) {
        if (mask != null) {
            mask.apply(frame.bytes());
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("at", frame.at().toString());
        line.put("connection", connection);
        line.put("direction", frame.direction().name().toLowerCase(Locale.ROOT));
        line.put("version", frame.version());
        line.putAll(view.of(frame));
        out.println(MessageView.text(line));
        write(WireCaptureFormat.line(frame));
    }

    @Override
    public void remark(long connection, String text) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("connection", connection);
        line.put("note", text);
        out.println(MessageView.text(line));
        write(WireCaptureFormat.remark("connection " + connection + ": " + text));
    }

    @Override
    public void flush() {
        out.flush();
        BufferedWriter file = capture;
        if (file != null) {
            try {
                file.flush();
            } catch (IOException e) {
                giveUp(e);
            }
        }
    }

    private void write(String line) {
        BufferedWriter file = capture;
        if (file != null) {
            try {
                file.write(line);
                file.newLine();
            } catch (IOException e) {
                giveUp(e);
            }
        }
    }

    /** The connection matters more than its record. */
    private void giveUp(IOException e) {
        capture = null;
        out.println("{\"note\":\"recording ended: " + e.getMessage() + "\"}");
    }
}
