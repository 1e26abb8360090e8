package org.telnyx4j.openapi.document;

/** Says that a document can't be used, and where in it the cause stands. */
public final class SpecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String problem;

    /**
     * Creates an exception that names a place.
     *
     * @param place a JSON pointer, or a file name with line and column
     * @param problem what is wrong there
     */
    public SpecException(String place, String problem) {
        super((place.isEmpty() ? "/" : place) + ": " + problem);
        this.place = place;
        this.problem = problem;
    }

    /** Returns what is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** Returns the place, as it was given. */
    public String place() {
        return place;
    }
}
