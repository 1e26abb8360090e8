package org.telnyx4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telnyx4j.Telnyx;
import org.telnyx4j.errors.TelnyxApiException;
import org.telnyx4j.errors.TelnyxValidationException;
import org.telnyx4j.generated.model.LookUpNumberQuery;
import org.telnyx4j.numbers.OwnedNumber;
import org.telnyx4j.testing.Response;
import org.telnyx4j.testing.ScriptedServer;

/** What neither a request nor a response is usually like. */
class UnexpectedShapesTest {
    private final ScriptedServer server = ScriptedServer.start();
    private final Telnyx telnyx =
            Telnyx.builder().apiKey("key").baseUrl(server.baseUrl()).build();

    @AfterEach
    void stop() {
        telnyx.close();
        server.close();
    }

    @Test
    void aNullAmongTheItemsOfAPageIsPassedOver() {
        server.otherwise(Response.json(
                200, "{\"data\":[{\"id\":\"1\"},null,{\"id\":\"2\"}],\"meta\":{\"page_number\":1,\"total_pages\":1}}"));

        assertThat(telnyx.phoneNumbers().list().stream().map(OwnedNumber::id))
                .extracting(id -> id.value())
                .containsExactly("1", "2");
        assertThat(telnyx.phoneNumbers().searchByAreaCode("416")).hasSize(2);
    }

    /** With one item less the page would pass for the last one. */
    @Test
    void withoutATotalItIsAFailure() {
        server.otherwise(Response.json(200, "{\"data\":[{\"id\":\"1\"},null],\"meta\":{}}"));

        assertThatThrownBy(() -> telnyx.phoneNumbers().list().firstPage()).isInstanceOf(TelnyxApiException.class);
    }

    @Test
    void aNumberInThePathIsCheckedAsOneInABody() {
        for (String wrong : new String[] {"4165550123", "+1416", "+1416555012x"}) {
            assertThatThrownBy(() -> telnyx.raw()
                            .numberLookup()
                            .lookUpNumber(wrong, LookUpNumberQuery.builder().build()))
                    .isInstanceOf(TelnyxValidationException.class)
                    .hasMessageContaining("phone_number")
                    .hasMessageContaining("nothing was sent");
        }
        assertThat(server.requests()).isEmpty();
    }
}
