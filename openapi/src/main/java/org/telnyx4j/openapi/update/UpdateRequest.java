package org.telnyx4j.openapi.update;

import java.nio.file.Path;

/**
 * What a user asked for.
 *
 * @param project the project's root
 * @param source the upstream document
 * @param against the commit to compare the specification and the API with
 * @param writing whether the result is put in place
 * @param building whether anything is built
 * @param acceptingLosses whether a document may lack a large part of what we keep
 */
public record UpdateRequest(
        Path project, Path source, String against, boolean writing, boolean building, boolean acceptingLosses) {
    /** The revision that is compared with unless another one is asked for. */
    public static final String LAST_COMMIT = "HEAD";
}
