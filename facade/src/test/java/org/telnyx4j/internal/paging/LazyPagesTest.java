package org.telnyx4j.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telnyx4j.errors.Outcome;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.internal.errors.ErrorFactory;
import org.telnyx4j.paging.Page;
import org.telnyx4j.paging.PagedList;

/** Where a list ends, whatever a server says of its pages. */
class LazyPagesTest {
    private static final String OPERATION = "things.list";

    private final List<String> asked = new ArrayList<>();

    private <T> PagedList<T> list(PageSource<T> source) {
        return new LazyPages<>(OPERATION, new ErrorFactory(Clock.systemUTC()), (number, size) -> {
            asked.add(number + "/" + size);
            return source.fetch(number, size);
        });
    }

    private static List<Integer> part(int count, int number, int size) {
        int from = Math.min(count, (number - 1) * size);
        return IntStream.range(from, Math.min(count, from + size)).boxed().toList();
    }

    private static PageSource<Integer> counted(int count) {
        return (number, size) -> Page.builder(part(count, number, size), number, size)
                .totalPages((count + size - 1) / size)
                .build();
    }

    private static PageSource<Integer> uncounted(int count) {
        return (number, size) ->
                Page.builder(part(count, number, size), number, size).build();
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void nothingIsFetchedBeforeItIsRead() {
        PagedList<Integer> list = list(counted(600));

        Iterator<Integer> iterator = list.iterator();
        Stream<Integer> stream = list.stream();
        Iterator<Page<Integer>> pages = list.pages().iterator();

        assertThat(asked).isEmpty();
        assertThat(iterator.next()).isZero();
        assertThat(asked).containsExactly("1/250");
        assertThat(stream.findFirst()).hasValue(0);
        assertThat(pages.next().number()).isOne();
        assertThat(asked).containsExactly("1/250", "1/250", "1/250");
    }

    @Test
    void thePageAfterTheOneAtHandIsFetchedOnlyWhenItsFirstItemIsWanted() {
        Iterator<Integer> iterator = list(counted(600)).iterator();
        IntStream.range(0, 250).forEach(i -> iterator.next());

        assertThat(asked).containsExactly("1/250");
        assertThat(iterator.next()).isEqualTo(250);
        assertThat(asked).containsExactly("1/250", "2/250");
    }

    @Test
    void aStreamThatIsCutShortLeavesTheRestAlone() {
        assertThat(list(counted(100_000)).stream().limit(3).toList()).containsExactly(0, 1, 2);
        assertThat(asked).containsExactly("1/250");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 249, 250, 251, 500, 501})
    void withATotalThereIsOneRequestForEachPage(int count) {
        assertThat(list(counted(count))).containsExactlyElementsOf(upTo(count));
        assertThat(asked).hasSize(Math.max(1, (count + 249) / 250));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 249, 250, 251, 500, 501})
    void withoutATotalTheListEndsAtAPageThatIsNotFull(int count) {
        assertThat(list(uncounted(count))).containsExactlyElementsOf(upTo(count));
        assertThat(asked).hasSize(count / 250 + 1);
    }

    @Test
    void aShortPageWithinATotalIsNotTheEnd() {
        List<List<String>> pages = List.of(List.of("a", "b"), List.of("c"), List.of("d", "e"));
        PageSource<String> source = (number, size) ->
                Page.builder(pages.get(number - 1), number, size).totalPages(3).build();

        assertThat(list(source).withPageSize(2)).containsExactly("a", "b", "c", "d", "e");
        assertThat(asked).containsExactly("1/2", "2/2", "3/2");
    }

    @Test
    void anEmptyPageIsTheEndWhateverTheTotalSays() {
        PageSource<Integer> source = (number, size) ->
                Page.builder(part(3, number, size), number, size).totalPages(99).build();

        assertThat(list(source).withPageSize(3)).containsExactly(0, 1, 2);
        assertThat(asked).containsExactly("1/3", "2/3");
    }

    @Test
    void theTotalOfThePageFetchedLastCounts() {
        int[] totals = {5, 2};
        PageSource<Integer> shrinking = (number, size) -> Page.builder(part(10, number, size), number, size)
                .totalPages(totals[number - 1])
                .build();

        assertThat(list(shrinking).withPageSize(2)).containsExactly(0, 1, 2, 3);
        assertThat(asked).containsExactly("1/2", "2/2");
    }

    @Test
    void itemsThatVanishWhileTheListIsReadEndItEarlierAndHarmNothing() {
        List<Integer> account = new ArrayList<>(upTo(9));
        PageSource<Integer> source = (number, size) -> {
            int from = Math.min(account.size(), (number - 1) * size);
            List<Integer> items = List.copyOf(account.subList(from, Math.min(account.size(), from + size)));
            int totalPages = (account.size() + size - 1) / size;
            account.subList(Math.max(0, account.size() - 2), account.size()).clear();
            return Page.builder(items, number, size).totalPages(totalPages).build();
        };

        assertThat(list(source).withPageSize(3)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(asked).containsExactly("1/3", "2/3", "3/3");
    }

    @Test
    void aServerThatTakesASmallerPageSizeIsReadToTheEnd() {
        PageSource<Integer> source = (number, size) ->
                Page.builder(part(250, number, 100), number, size).size(100).build();

        assertThat(list(source)).containsExactlyElementsOf(upTo(250));
        assertThat(asked).hasSize(3);
    }

    @Test
    void aServerThatRepeatsItsFirstPageForEverIsNotFollowed() {
        PageSource<Integer> source =
                (number, size) -> Page.builder(part(2, 1, size), 1, size).build();

        assertThat(list(source).withPageSize(2)).containsExactly(0, 1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aServerThatRepeatsItsItemsUnderNewNumbersIsNotFollowed() {
        PageSource<Integer> source =
                (number, size) -> Page.builder(part(2, 1, size), number, size).build();

        assertThat(list(source).withPageSize(2)).containsExactly(0, 1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aRepeatedPageWhereMoreWasPromisedIsAnError() {
        PageSource<Integer> source = (number, size) ->
                Page.builder(part(2, 1, size), 1, size).totalPages(4).build();
        Iterator<Integer> iterator = list(source).withPageSize(2).iterator();
        iterator.next();
        iterator.next();

        assertThatExceptionOfType(TelnyxApiException.class)
                .isThrownBy(iterator::next)
                .withMessageContaining("page 2 of the list is page 1 once more")
                .satisfies(e -> assertThat(e.operation()).isEqualTo("things.list"))
                .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.CARRIED_OUT));
    }

    @Test
    void aServerThatPlaysBackOneExampleForEveryPageEndsTheListWhateverItPromises() {
        PageSource<Integer> source = (number, size) ->
                Page.builder(part(2, 1, 2), 2, 25).totalPages(3).build();

        assertThat(list(source)).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 100})
    void aServerThatGoesRoundInACircleIsFoundOut(int circle) {
        PageSource<Integer> source =
                (number, size) -> Page.builder(part(circle * size, (number - 1) % circle + 1, size), number, size)
                        .build();
        List<Integer> read = new ArrayList<>();

        assertThatExceptionOfType(TelnyxApiException.class)
                .isThrownBy(() -> list(source).withPageSize(2).forEach(read::add))
                .withMessageContaining("so the list would never end");
        assertThat(read).startsWith(0, 1, 2, 3).hasSizeLessThanOrEqualTo(3 * 2 * circle);
    }

    @Test
    void aTotalBeyondAllReasonEndsAtAnEmptyPage() {
        PageSource<Integer> source = (number, size) -> Page.builder(part(4, number, size), number, size)
                .totalPages(Integer.MAX_VALUE)
                .build();

        assertThat(list(source).withPageSize(2)).containsExactly(0, 1, 2, 3);
        assertThat(asked).hasSize(3);
    }

    @Test
    void aServerThatAnswersWithTheLastPageForOneBehindItEndsTheList() {
        PageSource<Integer> source = (number, size) -> {
            int answered = Math.min(number, 2);
            return Page.builder(part(4, answered, size), answered, size).build();
        };

        assertThat(list(source).withPageSize(2)).containsExactly(0, 1, 2, 3);
        assertThat(asked).hasSize(3);
    }

    @Test
    void eachReaderStartsAnew() {
        PagedList<Integer> list = list(counted(3)).withPageSize(2);

        assertThat(list).containsExactly(0, 1, 2);
        assertThat(list.stream()).containsExactly(0, 1, 2);
        assertThat(asked).containsExactly("1/2", "2/2", "1/2", "2/2");
    }

    @Test
    void aPageThatFailedIsAskedForAgainAndNothingIsLost() {
        boolean[] failed = {false};
        PageSource<Integer> source = (number, size) -> {
            if (number == 2 && !failed[0]) {
                failed[0] = true;
                throw new IllegalStateException("once");
            }
            return counted(5).fetch(number, size);
        };
        Iterator<Integer> iterator = list(source).withPageSize(2).iterator();
        List<Integer> read = new ArrayList<>(List.of(iterator.next(), iterator.next()));

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(iterator::hasNext);
        iterator.forEachRemaining(read::add);

        assertThat(read).containsExactly(0, 1, 2, 3, 4);
        assertThat(asked).containsExactly("1/2", "2/2", "2/2", "3/2");
    }

    @Test
    void pagesAreReadOneByOneWithoutAnEmptyOneAtTheEnd() {
        assertThat(list(uncounted(4)).withPageSize(2).pages())
                .extracting(Page::items)
                .containsExactly(List.of(0, 1), List.of(2, 3));
        assertThat(asked).containsExactly("1/2", "2/2", "3/2");
    }

    @Test
    void anEmptyListHasOneEmptyPage() {
        assertThat(list(counted(0)).pages()).singleElement().satisfies(page -> {
            assertThat(page.items()).isEmpty();
            assertThat(page.totalPages()).hasValue(0);
            assertThat(page.hasNext()).isFalse();
        });
    }

    @Test
    void aSinglePageIsFetchedByItsNumber() {
        PagedList<Integer> list = list(counted(5)).withPageSize(2);

        assertThat(list.page(2).items()).containsExactly(2, 3);
        assertThat(list.firstPage().totalPages()).hasValue(3);
        assertThat(list.page(9).items()).isEmpty();
        assertThat(asked).containsExactly("2/2", "1/2", "9/2");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 251, Integer.MAX_VALUE})
    void aPageSizeOutOfBoundsIsRefusedUnsent(int size) {
        PagedList<Integer> list = list(counted(1));

        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> list.withPageSize(size))
                .withMessageContaining("page[size] must be from 1 to 250, was " + size)
                .satisfies(e -> assertThat(e.field()).hasValue("page[size]"));
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0})
    void aPageNumberOutOfBoundsIsRefusedUnsent(int number) {
        PagedList<Integer> list = list(counted(1));

        assertThatExceptionOfType(TelnyxValidationException.class)
                .isThrownBy(() -> list.page(number))
                .withMessageContaining("page[number] must be at least 1, was " + number);
        assertThat(asked).isEmpty();
    }

    @Test
    void aLongListKeepsNoMoreThanThreePages() {
        List<WeakReference<Object>> handedOut = new ArrayList<>();
        PageSource<Object> source = (number, size) -> {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                items.add(new Object());
            }
            handedOut.add(new WeakReference<>(items.get(0)));
            return Page.builder(items, number, size).totalPages(400).build();
        };
        Iterator<Object> iterator = list(source).iterator();
        int read = 0;
        while (iterator.hasNext()) {
            iterator.next();
            read++;
        }
        System.gc();

        assertThat(read).isEqualTo(100_000);
        assertThat(handedOut.stream().filter(item -> item.get() != null).count())
                .isLessThanOrEqualTo(3);
        assertThat(iterator.hasNext()).isFalse();
    }

    @Test
    void anExhaustedIteratorSaysSo() {
        Iterator<Integer> iterator = list(counted(1)).iterator();
        iterator.next();

        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(iterator::remove);
    }

    @Test
    void whatIsPrintedHasNothingOfTheItems() {
        assertThat(Page.builder(List.of("secret"), 1, 2).totalResults(1L).build())
                .hasToString("Page[number=1, size=2, items=1, totalPages=null, totalResults=1]");
        assertThat(list(counted(1))).hasToString("PagedList[operation=things.list, pageSize=250]");
    }

    @Test
    void aPageHasANumberAndASize() {
        assertThatIllegalArgumentException().isThrownBy(() -> Page.builder(List.of(), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Page.builder(List.of(), 1, 0));
    }
}
