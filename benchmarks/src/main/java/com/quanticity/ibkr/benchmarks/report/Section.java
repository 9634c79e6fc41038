package com.quanticity.ibkr.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document that is measured, between two marks. */
public record Section(String name) {

    private String begin() {
        return "<!-- " + name + ": begin -->";
    }

    private String end() {
        return "<!-- " + name + ": end -->";
    }

    /** Replaces what stands between the marks. */
    public void replaceIn(Path document, String text) throws IOException {
        String old = Files.readString(document);
        int begin = old.indexOf(begin());
        int end = old.indexOf(end());
        if (begin < 0 || end < begin) {
            throw new IOException(document + " has no lines '" + begin() + "' and '" + end() + "'; put them back");
        }
        Files.writeString(document, old.substring(0, begin + begin().length()) + "\n" + text + old.substring(end));
    }
}
