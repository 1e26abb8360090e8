package org.telnyx4j.spring.autoconfigure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of {@code telnyx.opt-outs.*}.
 *
 * @param enabled Whether sends to who has opted out are refused where telnyx4j-opt-outs is on the class path.
 * @param store Where opt-outs are kept. In the database if there is a single DataSource, else in memory, unless set.
 * @param initializeSchema Whether the tables are created at the start, where opt-outs are kept in the database.
 * @param wholeAccount Whether an opt-out from one messaging profile is one from all of the account.
 * @param sendWithoutStore Whether messages go out while the store is away.
 * @param stopWords Words by which recipients opt out, besides those that Telnyx knows.
 * @param startWords Words by which recipients opt in again, besides those that Telnyx knows.
 */
@ConfigurationProperties("telnyx.opt-outs")
public record TelnyxOptOutsProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable Store store,
        @DefaultValue("false") boolean initializeSchema,
        @DefaultValue("false") boolean wholeAccount,
        @DefaultValue("false") boolean sendWithoutStore,
        @DefaultValue List<String> stopWords,
        @DefaultValue List<String> startWords) {

    /** Where opt-outs are kept. */
    public enum Store {
        /** In the memory of this process: they are gone with it. */
        MEMORY,
        /** In the database. */
        JDBC
    }
}
