package org.telnyx4j.generator;

/** Something in the specification from which no code can be generated. The message names the place and the remedy. */
final class SpecificationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpecificationException(String place, String problem) {
        super(place + ": " + problem);
    }
}
