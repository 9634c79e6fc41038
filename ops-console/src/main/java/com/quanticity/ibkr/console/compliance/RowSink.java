package com.quanticity.ibkr.console.compliance;

import java.io.Closeable;
import java.util.function.Consumer;

/** Where rows of an extract go; complete once it is closed. */
public interface RowSink extends Consumer<ExecutionRow>, Closeable {}
