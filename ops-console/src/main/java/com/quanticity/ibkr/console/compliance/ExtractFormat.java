package com.quanticity.ibkr.console.compliance;

import java.io.IOException;
import java.io.OutputStream;

/** How an extract is written. */
public enum ExtractFormat {
    /** Comma-separated values, RFC 4180. */
    CSV("text/csv") {
        @Override
        public RowSink open(OutputStream out) throws IOException {
            return new CsvRows(out);
        }
    },
    /** Apache Parquet; decimals and times as in CSV, typed where Parquet has the type. */
    PARQUET("application/vnd.apache.parquet") {
        @Override
        public RowSink open(OutputStream out) throws IOException {
            return new ParquetRows(out);
        }
    };

    private final String mediaType;

    ExtractFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Begins an extract; closing the sink ends it and leaves the stream open or closed as the format does. */
    public abstract RowSink open(OutputStream out) throws IOException;
}
