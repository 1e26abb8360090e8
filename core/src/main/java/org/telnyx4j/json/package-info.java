/**
 * JSON as Telnyx speaks it: immutable models that read, write, compare and print themselves from one table of their
 * fields, and that keep whatever the specification does not know.
 */
@NullMarked
package org.telnyx4j.json;

import org.jspecify.annotations.NullMarked;
