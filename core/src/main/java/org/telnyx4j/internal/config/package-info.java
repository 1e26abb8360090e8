/** Not for users: how arguments of the configuration are read and checked. */
@NullMarked
package org.telnyx4j.internal.config;

import org.jspecify.annotations.NullMarked;
