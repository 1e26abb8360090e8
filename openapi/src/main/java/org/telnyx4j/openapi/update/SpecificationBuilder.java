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
import java.util.TreeSet;
import java.util.stream.Stream;
import org.telnyx4j.openapi.changes.Change;
import org.telnyx4j.openapi.changes.ConnectionChanges;
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
import org.telnyx4j.openapi.trim.References;
import org.telnyx4j.openapi.trim.StaleEntries;
import org.telnyx4j.openapi.trim.TrimPlan;
import org.telnyx4j.openapi.trim.Trimmer;

/** Builds our specification: read, check, trim, normalise, overlay, order. Writes nothing itself. */
public final class SpecificationBuilder {
    private static final int MAX_ROUNDS = 8;

    private final TrimPlan plan;
    private final Map<String, Overlay> overlays;
    private final Map<String, Overlay> corrections;

    private SpecificationBuilder(TrimPlan plan, Map<String, Overlay> overlays, Map<String, Overlay> corrections) {
        this.plan = plan;
        this.overlays = overlays;
        this.corrections = corrections;
    }

    /**
     * Reads {@code trim.yaml}, {@code overlay/*.yaml} and, for upstream's document itself,
     * {@code overlay/upstream/*.yaml}.
     *
     * @param directory where they are
     * @throws SpecException if one of them isn't what it should be
     */
    public static SpecificationBuilder in(Path directory) {
        return new SpecificationBuilder(
                TrimPlan.of(DocumentReader.read(directory.resolve("trim.yaml"))),
                overlays(directory.resolve("overlay"), ""),
                overlays(directory.resolve("overlay").resolve("upstream"), "upstream/"));
    }

    private static Map<String, Overlay> overlays(Path directory, String prefix) {
        Map<String, Overlay> overlays = new TreeMap<>();
        for (Path file : overlayFiles(directory)) {
            String name = prefix + file.getFileName();
            overlays.put(name, new Overlay(name, DocumentReader.read(file)));
        }
        return overlays;
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
     * @param connection how the document is called otherwise than our code calls it
     * @param notes what a maintainer should know
     * @param ahead what the overlays add that the edition doesn't have yet
     */
    public record Made(
            ObjectNode specification,
            MissingEntries losses,
            List<Change> connection,
            List<String> notes,
            List<String> ahead) {}

    /**
     * Builds our specification of an upstream document.
     *
     * @param upstream the document, which is changed
     * @param committed our specification as it stands, by which names are kept; empty if there is none
     * @throws SpecException if the document is faulty
     */
    public Made make(ObjectNode upstream, ObjectNode committed) {
        UpstreamCheck.check(upstream);
        References.unify(upstream);
        List<String> unused = new ArrayList<>();
        List<String> ahead = new ArrayList<>();
        corrections.values().forEach(overlay -> {
            Overlay.Applied applied = overlay.applyTo(upstream);
            unused.addAll(applied.unused());
            ahead.addAll(applied.ahead());
        });
        PathShapes.align(upstream, plan);
        MissingEntries.refuseMistyped(plan, upstream, committed);
        MissingEntries losses = MissingEntries.of(plan, upstream, committed);
        TrimPlan rest = losses.rest(plan);
        if (rest.operations().isEmpty() && !plan.operations().isEmpty()) {
            throw new SpecException("/paths", "none of the operations that trim.yaml keeps is here: another API?");
        }
        Trimmed trimmed = withOldNames(upstream, committed, rest);
        SpecDocument document = trimmed.document();
        frame(document.root(), upstream.path("info").path("version").asText("0"));
        List<String> notes = new ArrayList<>(trimmed.pins().lines());
        notes.addAll(trimmed.errors());
        notes.addAll(unused);
        overlays.values().forEach(overlay -> {
            Overlay.Applied applied = overlay.applyTo(document.root());
            notes.addAll(applied.unused());
            ahead.addAll(applied.ahead());
        });
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
        return new Made(specification, losses, connection(rest, upstream), notes, ahead);
    }

    private static List<Change> connection(TrimPlan plan, ObjectNode upstream) {
        List<ConnectionChanges.Kept> kept = plan.operations().stream()
                .map(operation -> new ConnectionChanges.Kept(operation.id(), operation.path(), operation.method()))
                .toList();
        return ConnectionChanges.of(upstream, kept, plan.webhooks().keySet());
    }

    private record Trimmed(SpecDocument document, KeptNames pins, KeptNames.Origins origins, List<String> errors) {}

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
        List<String> errors = new ArrayList<>();
        SpecDocument document = Trimmer.trim(upstream, pinned, origins, errors);
        Cycles.refuse(document, origins);
        Normalizer normalizer = new Normalizer(pinned.inlineNames(), pinned.enumNames());
        try {
            normalizer.apply(document);
        } catch (SpecException e) {
            throw withLine(e, pinned, origins);
        }
        document.operations()
                .forEach(operation -> operation
                        .node()
                        .put(
                                Extensions.IDEMPOTENCY,
                                Idempotency.of(operation, document).word()));
        return new Trimmed(document, pins, new KeptNames.Origins(origins, normalizer.inlinePlaces()), errors);
    }

    // A schema that we join of several is a fault of ours more often than of upstream's.
    private static SpecException withLine(SpecException fault, TrimPlan plan, Map<String, String> origins) {
        String name = fault.place().substring(fault.place().lastIndexOf('/') + 1);
        Set<String> theirs = new TreeSet<>();
        plan.schemaNames().forEach((schema, ours) -> {
            if (ours.equals(name)) {
                theirs.add(schema);
            }
        });
        if (origins.containsKey(name)) {
            theirs.add(origins.get(name));
        }
        if (theirs.size() < 2) {
            return fault;
        }
        String last = theirs.stream().reduce((first, second) -> second).orElse("");
        return new SpecException(
                fault.place(),
                fault.problem() + "; upstream's schemas of this name are " + String.join(", ", theirs)
                        + ". To part them, give one a name of its own in trim.yaml, schemas:  " + last + ": "
                        + TrimPlan.pascal(last));
    }

    /** Returns what {@code trim.yaml} says. */
    public TrimPlan plan() {
        return plan;
    }

    /**
     * Returns the operations under the kept paths, and the webhooks, that the plan doesn't keep, each as a line for
     * {@code trim.yaml}.
     */
    public List<String> available(ObjectNode upstream) {
        return AdoptableOperations.of(plan, upstream);
    }

    private void frame(ObjectNode root, String version) {
        root.put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", plan.title())
                .put("version", version)
                .put("description", plan.description());
        root.putArray("servers").addObject().put("url", ConnectionChanges.SERVER);
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
