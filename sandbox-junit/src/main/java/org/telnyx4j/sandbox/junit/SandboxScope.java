package org.telnyx4j.sandbox.junit;

/** How long a test's sandbox lives. */
public enum SandboxScope {
    /**
     * One sandbox for a test class and the classes nested in it, reset before each test, and before
     * the constructor of its class if that takes it. Where the tests of a class run
     * concurrently, each has a sandbox of its own, as with {@link #METHOD}. A class whose {@code @BeforeAll} method takes
     * the sandbox has put something into it that all tests need: it is shared and not reset, and nor is it where tests
     * run concurrently and the constructor takes it.
     */
    CLASS,

    /** One sandbox for each test. A constructor and a {@code @BeforeAll} method cannot take it. */
    METHOD
}
