package org.telnyx4j.sandbox.internal.http;

import java.util.List;

/** A part of the API that keeps its own state, such as messages. A further one is added in {@code TelnyxSandbox}. */
public interface Routes {

    /** Returns the operations; where two match a path, the first one counts. */
    List<Route> routes();
}
