package org.telnyx4j.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.telnyx4j.testing.MergeLaw;

class MessagingDefaultsTest {
    private final MergeLaw<MessagingDefaults> law = MergeLaw.of(
            MessagingDefaults.class,
            MessagingDefaults.class.getRecordComponents().length,
            levels -> MessagingDefaults.merge(levels.toArray(MessagingDefaults[]::new)),
            (type, level, number) -> type == Boolean.class ? (Object) (level % 2 == 0) : "value " + number);

    MessagingDefaultsTest() throws ReflectiveOperationException {}

    @Test
    void eachFieldHasTheValueOfTheStrongestLevelThatSetsItWhateverTheOthersAre() throws Exception {
        law.checkThatTheStrongestLevelCounts();
    }

    /** Each field alone decides on itself, so levels with every subset of the fields say all there is to say. */
    @Test
    void mergingIsAssociativeForEverySubsetOfTheFieldsOnEveryLevel() throws Exception {
        law.checkThatMergingIsAssociative();
    }

    @Test
    void aLevelThatSaysNothingChangesNothing() throws Exception {
        law.checkThatEmptySettingsChangeNothing(MessagingDefaults.EMPTY);
    }

    @Test
    void itShowsWhichFieldsAreSetAndNothingPrivate() {
        assertThat(new MessagingDefaults("+14165550199", "profile", "https://example.com/secret", null, "app", null))
                .hasToString(
                        "MessagingDefaults[from set, messagingProfileId set, webhookUrl set, webhookFailoverUrl not"
                                + " set, connectionId set, correlateSends not set]");
    }
}
