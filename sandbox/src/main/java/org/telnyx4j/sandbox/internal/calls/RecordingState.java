package org.telnyx4j.sandbox.internal.calls;

import java.time.Instant;

/** A recording that goes on. */
record RecordingState(String id, String channels, String format, Instant startedAt, boolean transcription) {}
