package org.telnyx4j.sandbox.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.sandbox.TelnyxSandbox;
import org.telnyx4j.sandbox.internal.control.ControlJson;

/** The page in a real browser. Runs where Chromium is installed; pictures of what it saw are in {@code target/page}. */
class PageTest {
    private static final String OURS = "+14165550199";
    private static final String MARKUP = "<b>Bold</b> <script>document.title = 'broken'</script> & more";
    private static final Path PICTURES = Path.of("target", "page");

    private static @Nullable Chromium chromium;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TelnyxSandbox sandbox = TelnyxSandbox.start();

    @BeforeAll
    static void startTheBrowser() throws Exception {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "Chromium is not installed, so the page is not tested");
        Files.createDirectories(PICTURES);
        chromium = new Chromium(program.get());
    }

    @AfterAll
    static void stopTheBrowser() throws Exception {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        sandbox.numbers().own(OURS);
        page().size(1280, 800, false);
        page().forgetComplaints();
        page().open(sandbox.baseUrl().resolve("/_sandbox"));
        page().waitUntil("document.getElementById('link').className === 'link on'");
    }

    @AfterEach
    void close() throws Exception {
        assertThat(page().complaints()).isEmpty();
        page().open(URI.create("about:blank"));
        sandbox.close();
    }

    @Test
    void aTextThatIsSentShowsByItselfAndAsText() throws Exception {
        send("+14165550123", MARKUP);

        page().waitUntil("document.querySelectorAll('#rows > li').length === 1");

        assertThat(page().text("document.querySelector('#rows .who').textContent"))
                .contains("+14165550123");
        assertThat(page().text("document.querySelector('#rows .what').textContent"))
                .isEqualTo(MARKUP);
        assertThat(page().evaluate("document.querySelectorAll('#rows b, #rows script').length"))
                .isEqualTo(0);
        assertThat(page().text("document.title")).isEqualTo("Texts · Telnyx sandbox");
        assertThat(page().text("document.getElementById('news').textContent")).isEqualTo("Text sent to +14165550123.");
    }

    @Test
    void theDetailsOfATextAreReachedByKeyboardAlone() throws Exception {
        send("+14165550123", "first");
        send("+14165550124", MARKUP);
        page().waitUntil("document.querySelectorAll('#rows > li').length === 2");

        page().press("Tab");
        assertThat(focused("textContent")).isEqualTo("Skip to the list");
        page().press("Enter");
        page().waitUntil("location.hash === '#main' || document.activeElement.id === 'main'");
        page().press("Tab");
        assertThat(focused("id")).isEqualTo("search");
        page().press("Tab");
        assertThat(focused("textContent")).contains("+14165550124");
        page().press("ArrowDown");
        assertThat(focused("textContent")).contains("+14165550123");
        page().press("ArrowUp");
        page().press("Enter");

        page().waitUntil("document.querySelector('#detail .bubble')");
        assertThat(page().text("document.querySelector('#detail .bubble').textContent"))
                .isEqualTo(MARKUP);
        assertThat(page().text("document.querySelector('#rows [aria-current]').textContent"))
                .contains("+14165550124");
        picture("text");
    }

    @Test
    void aPhoneSendsATextFromTheDialogByKeyboardAlone() throws Exception {
        page().waitUntil("document.querySelectorAll('#owned option').length > 0");
        page().evaluate("document.getElementById('open-sms').focus()");
        page().press("Enter");
        page().waitUntil("document.getElementById('sms-dialog').open");
        assertThat(focused("name")).isEqualTo("text");
        picture("dialog");

        page().type(MARKUP);
        page().press("Tab");
        page().press("Tab");
        page().press("Enter");

        page().waitUntil(
                        "document.querySelectorAll('#rows > li').length === 1 && document.querySelector('.bubble.in')");
        assertThat(page().text("document.querySelector('.bubble').textContent")).isEqualTo(MARKUP);
        assertThat(sandbox.messages().all()).singleElement().satisfies(text -> {
            assertThat(text.direction()).isEqualTo("inbound");
            assertThat(text.text()).contains(MARKUP);
        });
    }

    @Test
    void escapeLeavesTheDialogAndTheFocusGoesBack() throws Exception {
        page().evaluate("document.getElementById('open-call').focus()");
        page().press("Enter");
        page().waitUntil("document.getElementById('call-dialog').open");

        page().press("Escape");

        page().waitUntil("!document.getElementById('call-dialog').open");
        assertThat(focused("id")).isEqualTo("open-call");
    }

    @Test
    void whatTheSandboxRefusesShowsInTheDialog() throws Exception {
        page().evaluate("document.getElementById('open-sms').click()");
        page().evaluate("document.querySelector('#sms-form [name=to]').value = ' '");
        page().evaluate("document.querySelector('#sms-form [name=text]').value = 'hello'");
        page().evaluate("document.querySelector('#sms-form .primary').click()");

        page().waitUntil("document.querySelector('#sms-form .error').textContent !== ''");
        assertThat(page().evaluate("document.getElementById('sms-dialog').open"))
                .isEqualTo(true);
        // The browser's log names the response that the page has shown.
        page().forgetComplaints();
    }

    @Test
    void aRefusedRequestShowsWhyAndRaisesTheAlarm() throws Exception {
        post("/v2/messages", "{\"from\":\"" + OURS + "\",\"to\":\"416\",\"text\":\"x\"}");

        page().waitUntil("document.querySelector('[data-count=requests]').classList.contains('alarm')");
        page().evaluate("location.hash = '#requests'");
        page().waitUntil("document.querySelector('#rows .icon.bad')");
        page().evaluate("document.querySelector('#rows a').click()");
        page().waitUntil("document.querySelector('#detail .problem')");

        assertThat(page().text("document.querySelector('#detail .problem').textContent"))
                .contains("/to");
        picture("request");
    }

    @Test
    void aFaultIsAddedAndHitsTheNextRequest() throws Exception {
        page().evaluate("location.hash = '#faults'");
        page().waitUntil("document.querySelector('#detail select[name=kind]')");
        page().evaluate("document.querySelector('#detail select[name=kind]').value = 'status'");
        page().evaluate("document.querySelector('#detail .primary').click()");
        page().waitUntil("document.querySelectorAll('#rows > li').length === 1");
        picture("faults");

        assertThat(send("+14165550123", "x")).isEqualTo(503);

        page().waitUntil("document.querySelectorAll('#rows > li').length === 0");
    }

    @Test
    void aWebhookShowsItsTriesAndIsDeliveredAgain() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.sendResponseHeaders(tries.getAndIncrement() == 0 ? 500 : 200, -1);
            exchange.close();
        });
        receiver.start();
        try {
            sandbox.webhooks()
                    .defaultUrl("http://127.0.0.1:" + receiver.getAddress().getPort() + "/telnyx");
            sandbox.receiveSms("+14165550123", OURS, "hello");
            sandbox.awaitIdle();

            page().evaluate("location.hash = '#webhooks'");
            page().waitUntil("document.querySelector('#rows .badge.good')");
            page().evaluate("document.querySelector('#rows a').click()");
            page().waitUntil("document.querySelectorAll('#detail .timeline li').length === 2");
            assertThat(page().text("document.querySelector('#detail .timeline').textContent"))
                    .contains("HTTP 500", "try 1", "HTTP 200", "try 2");
            picture("webhook");

            page().evaluate("document.querySelector('[data-key=again]').focus()");
            page().press("Enter");

            page().waitUntil("document.querySelectorAll('#detail .timeline li').length === 3");
            assertThat(tries).hasValue(3);
            assertThat(focused("dataset.key")).isEqualTo("again");
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void aCallShowsWhatHappensAndThePhonePressesKeys() throws Exception {
        String call = sandbox.incomingCall("+14165550123", OURS).id();
        assertThat(post("/v2/calls/" + call + "/actions/answer", "{}")).isEqualTo(200);
        page().evaluate("location.hash = '#calls'");
        page().waitUntil("document.querySelector('#rows .badge.good')");
        page().evaluate("document.querySelector('#rows a').click()");
        page().waitUntil("document.querySelector('[data-key=key5]')");

        page().evaluate("document.querySelector('[data-key=key5]').focus()");
        page().press("Enter");

        page().waitUntil("document.querySelector('#detail .timeline').textContent.includes('call.dtmf.received')");
        assertThat(page().text("document.querySelector('#detail .timeline').textContent"))
                .contains("call.initiated", "command answer", "call.answered");
        picture("call");

        page().evaluate("document.querySelector('[data-key=hangup]').click()");
        page().waitUntil("document.querySelector('#detail .lead').textContent.includes('ended: normal clearing')");
    }

    @Test
    void everythingHasANameForAScreenReader() throws Exception {
        send("+14165550123", "first");
        page().waitUntil("document.querySelectorAll('#rows > li').length === 1");
        page().evaluate("document.querySelector('#rows a').click()");
        page().waitUntil("document.querySelector('#detail .bubble')");

        List<String> names = page().accessibleNames();

        assertThat(names)
                .filteredOn(name -> name.matches("(button|link|textbox|searchbox|combobox|dialog|region) ?"))
                .isEmpty();
        assertThat(names).contains("searchbox Search in this list", "navigation Views", "heading Sandbox");
        assertThat(names).anyMatch(name -> name.startsWith("main"));
        assertThat(page().evaluate("document.querySelectorAll('[id]').length"))
                .isEqualTo(page().evaluate("new Set([...document.querySelectorAll('[id]')].map((e) => e.id)).size"));
    }

    /** WCAG 2 asks for 4.5 between a text and what is behind it. */
    @Test
    void everyTextHasEnoughContrastInBothColourSchemes() throws Exception {
        send("+14165550123", "first");
        send("416", "refused");
        page().waitUntil("document.querySelectorAll('#rows > li').length === 1");
        for (boolean dark : List.of(false, true)) {
            page().size(1280, 800, dark);
            for (String view : List.of("texts", "requests", "faults", "numbers")) {
                page().evaluate("location.hash = '#" + view + "'");
                page().waitUntil("document.title.startsWith('"
                        + view.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + "')");
                page().evaluate("document.querySelector('#rows a')?.click()");
                page().waitUntil("document.getAnimations().length === 0");

                assertThat(page().text(LOW_CONTRAST))
                        .as(view + (dark ? " dark" : " light"))
                        .isEqualTo("");
            }
            picture(dark ? "dark" : "light");
        }
    }

    private static final String LOW_CONTRAST = """
            (() => {
              const parse = (colour) => { const p = colour.match(/[\\d.]+/g).map(Number); return p.length < 4 ? [...p, 1] : p; };
              const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
              const behind = (node) => { const layers = []; for (let at = node; at; at = at.parentElement) layers.unshift(parse(getComputedStyle(at).backgroundColor)); return layers.reduce((below, top) => over(top, below), [255, 255, 255, 1]); };
              const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const poor = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const node = walker.currentNode.parentElement;
                const box = node.getBoundingClientRect();
                if (!walker.currentNode.textContent.trim() || box.width < 2 || box.height < 2 || ['SCRIPT', 'NOSCRIPT', 'OPTION'].includes(node.tagName)) continue;
                const back = behind(node);
                const [a, b] = [light(over(parse(getComputedStyle(node).color), back)), light(back)].sort((x, y) => y - x);
                const ratio = (a + 0.05) / (b + 0.05);
                if (ratio < 4.5) poor.push(node.textContent.trim().slice(0, 30) + ' ' + ratio.toFixed(2));
              }
              return poor.join(', ');
            })()""";

    @Test
    void onANarrowScreenNothingSticksOut() throws Exception {
        send("+14165550123", "A".repeat(300));
        page().waitUntil("document.querySelectorAll('#rows > li').length === 1");
        page().evaluate("document.querySelector('#rows a').click()");
        page().size(390, 800, false);

        assertThat(page().evaluate("document.documentElement.scrollWidth <= 390"))
                .isEqualTo(true);
        picture("narrow");
    }

    @Test
    void aPageOfAnotherOriginCannotUseIt() throws Exception {
        AtomicInteger served = new AtomicInteger();
        HttpServer foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        foreign.createContext("/", exchange -> {
            served.incrementAndGet();
            byte[] html = "<!doctype html><title>foreign</title>".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        foreign.start();
        try {
            send("+14165550123", "kept");
            page().open(URI.create("http://127.0.0.1:" + foreign.getAddress().getPort() + "/"));
            String reset = "fetch('" + sandbox.baseUrl().resolve("/_sandbox/reset") + "', ";
            String read = "fetch('" + sandbox.baseUrl().resolve("/_sandbox/state") + "')";
            String outcome = ".then((r) => r.type + r.status, () => 'failed')";

            assertThat(page().text(reset + "{method: 'POST', mode: 'no-cors', body: '{}'})" + outcome))
                    .isEqualTo("failed");
            assertThat(page().text(reset
                            + "{method: 'POST', headers: {'content-type': 'application/json'}, body: '{}'})" + outcome))
                    .isEqualTo("failed");
            assertThat(page().text(read + outcome)).isEqualTo("failed");

            assertThat(served).hasPositiveValue();
            assertThat(sandbox.messages().all()).hasSize(1);
        } finally {
            foreign.stop(0);
            page().forgetComplaints();
        }
    }

    private static Chromium page() {
        return Objects.requireNonNull(chromium);
    }

    private static String focused(String property) throws Exception {
        return page().text("document.activeElement." + property);
    }

    private static void picture(String name) throws Exception {
        page().waitUntil("document.getAnimations().length === 0");
        page().screenshot(PICTURES.resolve(name + ".png"));
    }

    private int send(String to, String text) throws Exception {
        return post("/v2/messages", new String(ControlJson.write(Map.of("from", OURS, "to", to, "text", text)), UTF_8));
    }

    private int post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(sandbox.baseUrl().resolve(path))
                .header("authorization", "Bearer " + sandbox.apiKey())
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
