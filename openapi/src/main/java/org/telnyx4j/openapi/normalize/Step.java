package org.telnyx4j.openapi.normalize;

import org.telnyx4j.openapi.SpecDocument;

/** One normalisation; changes the document in place. */
interface Step {
    void apply(SpecDocument document);
}
