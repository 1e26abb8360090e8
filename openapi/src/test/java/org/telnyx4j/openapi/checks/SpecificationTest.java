package org.telnyx4j.openapi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.telnyx4j.openapi.document.DocumentReader;
import org.telnyx4j.openapi.document.Ordering;
import org.telnyx4j.openapi.document.Provenance;
import org.telnyx4j.openapi.document.Schemas;

/** The lint of the specification that is committed. */
class SpecificationTest {
    private static final Path FILE = Path.of("telnyx.yaml");

    private static ObjectNode specification;

    @BeforeAll
    static void read() {
        specification = DocumentReader.read(FILE);
    }

    @Test
    void itIsValidOpenApi() {
        SwaggerParseResult result = new OpenAPIV3Parser().readLocation(FILE.toString(), null, new ParseOptions());

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
        assertThat(result.getOpenAPI().getWebhooks()).isNotEmpty();
    }

    @Test
    void itKeepsTheHouseRules() {
        assertThat(HouseRules.violations(specification)).isEmpty();
    }

    @Test
    void whatIsntDescribedIsNamedAtTheTopOfTheFile() throws IOException {
        assertThat(HouseRules.missingDescriptions(specification))
                .isEqualTo(Provenance.toDescribe(Files.readString(FILE)));
    }

    @Test
    void itNamesWhatItWasMadeFrom() {
        assertThat(FILE).content().containsPattern("# Edition: \\d{4}-\\d{2}-\\d{2}, sha-256 [0-9a-f]{64}\n");
    }

    @Test
    void itIsInTheOrderInWhichTheToolWrites() {
        assertThat(Ordering.of(specification).toString()).isEqualTo(specification.toString());
    }

    @Test
    void noStrictChoiceBetweenAlternativesIsLeft() {
        assertThat(specification.findValues("oneOf")).isEmpty();
        assertThat(specification.findValues("allOf")).isEmpty();
        assertThat(specification.findParents("anyOf")).isNotEmpty().allMatch(Schemas::isNullableRef);
    }

    /** "Most digits" reads as "the majority of the digits". */
    @Test
    void aLimitIsCalledMaximumOrMinimum() {
        assertThat(specification.findValuesAsText("description"))
                .noneMatch(text -> text.matches(
                        "(?s)(Most|Fewest|Longest|Shortest|Largest|Smallest|Highest|Lowest|Greatest|Least)\\b.*"));
    }

    /** Users of the client don't know of this document, and don't need to. */
    @Test
    void noDescriptionSpeaksOfTheDocument() {
        assertThat(specification.path("paths").findValuesAsText("description"))
                .noneMatch(text -> text.matches("(?is).*\\b(this document|specification|upstream|telnyx's own)\\b.*"));
        assertThat(specification.path("components").findValuesAsText("description"))
                .noneMatch(text -> text.matches("(?is).*\\b(this document|specification|upstream)\\b.*"));
    }
}
