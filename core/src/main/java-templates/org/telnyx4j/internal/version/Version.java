package org.telnyx4j.internal.version;

/** What this library calls itself. The build fills the version in. */
public final class Version {
    /** The version of this library. */
    public static final String VERSION = "${project.version}";

    /** The {@code User-Agent} of every request. */
    public static final String USER_AGENT = "telnyx4j/" + VERSION + " (Java/" + System.getProperty("java.version") + ")";

    private Version() {}
}
