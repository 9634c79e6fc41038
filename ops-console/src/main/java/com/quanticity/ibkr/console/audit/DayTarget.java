package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.console.audit.AuditProperties.Export;
import com.quanticity.ibkr.console.audit.DayFile.Manifest;
import java.io.IOException;
import java.time.LocalDate;

/** Where exported days go. */
interface DayTarget {

    /** Days stay in the database only. */
    DayTarget NONE = (_, _, _, _) -> "";

    static DayTarget of(Export export) {
        return switch (export.to()) {
            case NONE -> NONE;
            case FOLDER -> new FolderTarget(export.directory());
            case S3 -> S3Target.of(export.s3());
        };
    }

    /**
     * Puts a day there, once; a day that is there with the same links is left as it is.
     *
     * @param day the two files, complete and checked
     * @param retainUntil first day on which the copy may go
     * @param held a legal hold covers the day
     * @return where it is, for the record
     * @throws IOException when it is not certain that the copy is there, or another one is; says what to do
     */
    String put(DayFile day, Manifest manifest, LocalDate retainUntil, boolean held) throws IOException;
}
