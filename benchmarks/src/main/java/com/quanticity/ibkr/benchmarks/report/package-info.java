/** What was measured, as a table and as a section of a document. */
@NullMarked
package com.quanticity.ibkr.benchmarks.report;

import org.jspecify.annotations.NullMarked;
