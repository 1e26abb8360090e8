package org.telnyx4j.optouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.telnyx4j.databases.TestDatabase;

/** Over any order of events and sends, nothing is sent after a STOP, and everything after a START. */
class NothingAfterStopTest {
    private static final Instant T0 = Instant.parse("2026-03-04T05:00:00Z");
    private static final List<String> PEOPLE = List.of("+14165550123", "+14165550124");
    private static final List<String> PROFILES = List.of("p", "q");

    /** The number of a profile. */
    private static String number(int profile) {
        return "+1416555019" + profile;
    }

    private record Word(boolean stop, int person, int profile, int time) {}

    /** What was heard so far, in the plainest words: the newest word of each person to each profile; STOP before START. */
    private static final class Expected {
        private final Map<List<Integer>, Word> newest = new HashMap<>();

        void hear(Word word) {
            newest.merge(List.of(word.person, word.profile), word, (before, now) -> {
                if (before.time != now.time) {
                    return before.time > now.time ? before : now;
                }
                return before.stop ? before : now;
            });
        }

        boolean refuses(int person, int profile) {
            Word word = newest.get(List.of(person, profile));
            return word != null && word.stop;
        }
    }

    private static void check(OptOuts optOuts, Expected expected, List<Word> heard) {
        for (int person = 0; person < PEOPLE.size(); person++) {
            for (int profile = 0; profile < PROFILES.size(); profile++) {
                boolean allowed = optOuts.beforeSend(TestSend.of(number(profile), null, PEOPLE.get(person)))
                        .isAllowed();
                assertThat(allowed).as("after %s", heard).isEqualTo(!expected.refuses(person, profile));
                boolean byPool = optOuts.beforeSend(TestSend.of(null, PROFILES.get(profile), PEOPLE.get(person)))
                        .isAllowed();
                assertThat(byPool).as("after %s", heard).isEqualTo(allowed);
            }
        }
    }

    private static void hear(OptOuts optOuts, Word word) {
        optOuts.own()
                .hear(Events.received(
                        T0.plusSeconds(word.time),
                        PEOPLE.get(word.person),
                        number(word.profile),
                        PROFILES.get(word.profile),
                        word.stop ? "STOP" : "START"));
    }

    private static OptOuts fresh(OptOutStore store) {
        for (int profile = 0; profile < PROFILES.size(); profile++) {
            store.noteProfile("", number(profile), PROFILES.get(profile), T0.minusSeconds(1));
        }
        return OptOuts.builder(store).build();
    }

    private static void play(OptOuts optOuts, List<Word> words) {
        Expected expected = new Expected();
        List<Word> heard = new ArrayList<>();
        check(optOuts, expected, heard);
        for (Word word : words) {
            hear(optOuts, word);
            expected.hear(word);
            heard.add(word);
            check(optOuts, expected, heard);
        }
    }

    /** All sequences of up to three words of one person to one profile, at three times, in any order and any number. */
    @Test
    void exhaustivelyForOnePerson() {
        List<Word> all = new ArrayList<>();
        for (int time = 0; time < 3; time++) {
            all.add(new Word(true, 0, 0, time));
            all.add(new Word(false, 0, 0, time));
        }
        int played = 0;
        for (Word first : all) {
            for (Word second : all) {
                for (Word third : all) {
                    play(fresh(new InMemoryOptOutStore()), List.of(first, second, third));
                    played++;
                }
            }
        }
        assertThat(played).isEqualTo(216);
    }

    private static void random(Supplier<OptOutStore> stores, int rounds, int words, long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            List<Word> script = new ArrayList<>();
            for (int i = 0; i < words; i++) {
                script.add(new Word(random.nextBoolean(), random.nextInt(2), random.nextInt(2), random.nextInt(6)));
            }
            // Twice, in any order.
            List<Word> delivered = new ArrayList<>(script);
            delivered.addAll(script);
            Collections.shuffle(delivered, random);
            play(fresh(stores.get()), delivered);
        }
    }

    @Test
    void atRandomInMemory() {
        random(InMemoryOptOutStore::new, 150, 8, 20_261_128);
    }

    @Test
    void atRandomInH2() {
        List<TestDatabase> opened = new ArrayList<>();
        try {
            random(() -> JdbcStores.in(opened, TestDatabase.h2()), 6, 6, 20_261_129);
        } finally {
            opened.forEach(TestDatabase::close);
        }
    }

    @Test
    void atRandomInPostgres() {
        List<TestDatabase> opened = new ArrayList<>();
        try {
            random(() -> JdbcStores.in(opened, TestDatabase.postgres()), 2, 6, 20_261_130);
        } finally {
            opened.forEach(TestDatabase::close);
        }
    }
}
