package org.telnyx4j.asyncgenerator;

/** An interface has something for which there is no asynchronous form. */
final class UnsupportedFormException extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedFormException(String problem) {
        super(problem);
    }
}
