package org.telnyx4j.openapi.normalize;

import org.telnyx4j.openapi.document.SpecDocument;

/** One normalisation; changes the document in place. */
interface Step {
    void apply(SpecDocument document);
}
