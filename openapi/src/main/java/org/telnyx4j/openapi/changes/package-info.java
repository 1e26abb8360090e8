/**
 * Finds what one edition of our specification changes against another, for the people who use the Java
 * that is generated from it.
 */
@NullMarked
package org.telnyx4j.openapi.changes;

import org.jspecify.annotations.NullMarked;
