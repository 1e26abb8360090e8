/** Not for users: how settings are read, checked and merged. */
@NullMarked
package org.telnyx4j.internal.config;

import org.jspecify.annotations.NullMarked;
