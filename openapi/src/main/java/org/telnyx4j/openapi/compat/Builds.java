package org.telnyx4j.openapi.compat;

import java.io.IOException;
import java.nio.file.Path;

/** Runs builds: Maven in earnest, anything in a test. */
public interface Builds {
    /**
     * Runs a build to its end.
     *
     * @param folder the project's root
     * @param log the file that gets what the build says
     * @param arguments goals and options
     * @return whether it succeeded
     * @throws IOException if it can't be started
     */
    boolean run(Path folder, Path log, String... arguments) throws IOException;
}
