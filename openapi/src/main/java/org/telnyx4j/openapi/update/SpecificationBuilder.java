package org.telnyx4j.openapi.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.telnyx4j.openapi.checks.Cycles;
import org.telnyx4j.openapi.checks.HouseRules;
import org.telnyx4j.openapi.checks.UpstreamCheck;
import org.telnyx4j.openapi.document.DocumentReader;
import org.telnyx4j.openapi.document.Extensions;
import org.telnyx4j.openapi.document.Idempotency;
import org.telnyx4j.openapi.document.Ordering;
import org.telnyx4j.openapi.document.SpecDocument;
import org.telnyx4j.openapi.document.SpecException;
import org.telnyx4j.openapi.normalize.Assumptions;
import org.telnyx4j.openapi.normalize.Normalizer;
import org.telnyx4j.openapi.normalize.SensitiveMarks;
import org.telnyx4j.openapi.overlay.Overlay;
import org.telnyx4j.openapi.trim.AdoptableOperations;
import org.telnyx4j.openapi.trim.KeptNames;
import org.telnyx4j.openapi.trim.MissingEntries;
import org.telnyx4j.openapi.trim.PathShapes;
import org.telnyx4j.openapi.trim.StaleEntries;
import org.telnyx4j.openapi.trim.TrimPlan;
import org.telnyx4j.openapi.trim.Trimmer;

/** Builds our specification: read, check, trim, normalise, overlay, order. Writes nothing itself. */
public final class SpecificationBuilder {
    private static final int MAX_ROUNDS = 8;

    private final TrimPlan plan;
    private final Map<String, Overlay> overlays;

    private SpecificationBuilder(TrimPlan plan, Map<String, Overlay> overlays) {
        this.plan = plan;
        this.overlays = overlays;
    }

    /**
     * Reads {@code trim.yaml} and {@code overlay/*.yaml}.
     *
     * @param directory where they are
     * @throws SpecException if one of them isn't what it should be
     */
    public static SpecificationBuilder in(Path directory) {
        Map<String, Overlay> overlays = new TreeMap<>();
        for (Path file : overlayFiles(directory.resolve("overlay"))) {
            String name = String.valueOf(file.getFileName());
            overlays.put(name, new Overlay(name, DocumentReader.read(file)));
        }
        return new SpecificationBuilder(TrimPlan.of(DocumentReader.read(directory.resolve("trim.yaml"))), overlays);
    }

    private static List<Path> overlayFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What came of a document.
     *
     * @param specification our specification
     * @param losses what the plan keeps and the document lacks
     * @param notes what a maintainer should know
     */
    public record Made(ObjectNode specification, MissingEntries losses, List<String> notes) {}

    /**
     * Builds our specification of an upstream document.
     *
     * @param upstream the document, which is changed
     * @param committed our specification as it stands, by which names are kept; empty if there is none
     * @throws SpecException if the document is faulty
     */
    public Made make(ObjectNode upstream, ObjectNode committed) {
        UpstreamCheck.check(upstream);
        PathShapes.align(upstream, plan);
        MissingEntries losses = MissingEntries.of(plan, upstream, committed);
        TrimPlan rest = losses.rest(plan);
        if (rest.operations().isEmpty() && !plan.operations().isEmpty()) {
            throw new SpecException("/paths", "none of the operations that trim.yaml keeps is here: another API?");
        }
        Trimmed trimmed = withOldNames(upstream, committed, rest);
        SpecDocument document = trimmed.document();
        frame(document.root(), upstream.path("info").path("version").asText("0"));
        List<String> notes = new ArrayList<>(trimmed.pins().lines());
        overlays.values().forEach(overlay -> notes.addAll(overlay.applyTo(document.root())));
        document.prune();
        Assumptions.write(document.root());
        new SensitiveMarks().apply(document);
        UpstreamCheck.dangling(document.root()).stream().findFirst().ifPresent(fault -> {
            throw new SpecException(
                    "our document, after the overlays, at " + fault.place(),
                    fault.problem() + "; an overlay refers to something that this edition lacks");
        });
        HouseRules.violations(document.root()).stream().findFirst().ifPresent(violation -> {
            throw new SpecException(
                    "our document, after the overlays, at " + violation.split(": ", 2)[0],
                    violation.split(": ", 2)[1]);
        });
        ObjectNode specification = Ordering.of(document.root());
        notes.addAll(StaleEntries.of(plan, upstream, specification));
        UpstreamCheck.dangling(upstream)
                .forEach(fault -> notes.add("upstream, outside what we keep: " + fault.getMessage()));
        UpstreamCheck.duplicateIds(upstream).forEach(line -> notes.add("upstream, outside what we keep: " + line));
        return new Made(specification, losses, notes);
    }

    private record Trimmed(SpecDocument document, KeptNames pins, KeptNames.Origins origins) {}

    // A name that is kept can show that another is to be kept, of what the first one holds.
    private static Trimmed withOldNames(ObjectNode upstream, ObjectNode committed, TrimPlan plan) {
        Trimmed trimmed = trimmed(upstream, plan, KeptNames.NONE);
        Set<String> vacant = new HashSet<>();
        plan.schemaNames().forEach((theirs, ours) -> {
            if (!upstream.path("components").path("schemas").has(theirs)) {
                vacant.add(ours);
            }
        });
        for (int round = 0; round < MAX_ROUNDS; round++) {
            KeptNames more =
                    KeptNames.find(committed, trimmed.document(), trimmed.origins(), plan.givenNames(), vacant);
            if (more.isEmpty()) {
                break;
            }
            try {
                trimmed = trimmed(upstream, plan, trimmed.pins().and(more));
            } catch (SpecException e) {
                // The old name doesn't fit the new structures; the report will tell of the new name.
                break;
            }
        }
        return trimmed;
    }

    private static Trimmed trimmed(ObjectNode upstream, TrimPlan plan, KeptNames pins) {
        TrimPlan pinned = plan.with(pins);
        Map<String, String> origins = new TreeMap<>();
        SpecDocument document = Trimmer.trim(upstream, pinned, origins);
        Cycles.refuse(document, origins);
        Normalizer normalizer = new Normalizer(pinned.inlineNames(), pinned.enumNames());
        normalizer.apply(document);
        document.operations()
                .forEach(operation -> operation
                        .node()
                        .put(
                                Extensions.IDEMPOTENCY,
                                Idempotency.of(operation, document).word()));
        return new Trimmed(document, pins, new KeptNames.Origins(origins, normalizer.inlinePlaces()));
    }

    /** Returns the operations under the kept paths that the plan doesn't keep, each as a line for {@code trim.yaml}. */
    public List<String> available(ObjectNode upstream) {
        return AdoptableOperations.of(plan, upstream);
    }

    private void frame(ObjectNode root, String version) {
        root.put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", plan.title())
                .put("version", version)
                .put("description", plan.description());
        root.putArray("servers").addObject().put("url", "https://api.telnyx.com/v2");
        root.putArray("security").addObject().putArray("bearerAuth");
        root.withObject("/components/securitySchemes/bearerAuth")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "The API key of the account.");
        var tags = root.putArray("tags");
        plan.tags()
                .forEach((name, description) ->
                        tags.addObject().put("name", name).put("description", description));
    }
}
