/** What came of the runs, as a document. */
@NullMarked
package com.quanticity.ibkr.chaos.report;

import org.jspecify.annotations.NullMarked;
