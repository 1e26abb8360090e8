/**
 * Not for users: what outbox, opt-outs and pacing do with a database alike, which is to apply their schema, to run
 * transactions, and to turn SQL errors into sentences. Everything goes by JDBC through the application's own data source; the
 * only tables that this package names itself are those with the versions of the three schemas.
 */
@NullMarked
package org.telnyx4j.internal.database;

import org.jspecify.annotations.NullMarked;
