/** PostgreSQL and H2 for the tests of this project; not published. */
@NullMarked
package org.telnyx4j.databases;

import org.jspecify.annotations.NullMarked;
