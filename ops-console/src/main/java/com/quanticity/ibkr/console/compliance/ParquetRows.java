package com.quanticity.ibkr.console.compliance;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.TimeUnit;
import java.io.IOException;
import java.io.OutputStream;
import java.math.RoundingMode;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Rows as Parquet: times in microseconds UTC, decimals with 10 digits after the point of 38, absent = null. */
final class ParquetRows implements RowSink {

    private static final int PRECISION = 38;
    private static final int SCALE = 10;

    private final CarpetWriter<ExecutionRow> writer;

    ParquetRows(OutputStream out) throws IOException {
        this.writer = new CarpetWriter.Builder<>(out, ExecutionRow.class)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withDefaultDecimal(PRECISION, SCALE)
                .withBigDecimalScaleAdjustment(RoundingMode.UNNECESSARY)
                .withDefaultTimeUnit(TimeUnit.MICROS)
                .build();
    }

    @Override
    public void accept(ExecutionRow row) {
        writer.accept(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
