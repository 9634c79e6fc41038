/**
 * Recording of the raw wire on demand: the tap that a connection passes its frames, the file format, and the recorder. Entry points:
 * {@link com.quanticity.ibkr.gateway.capture.WireCapture} to record, {@link com.quanticity.ibkr.gateway.capture.WireCaptureFormat} to
 * read and write files. Taps are called on the reader and the writer thread of a connection and never block; a recording writes its
 * file on a thread of its own.
 */
@NullMarked
package com.quanticity.ibkr.gateway.capture;

import org.jspecify.annotations.NullMarked;
