package org.telnyx4j.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.telnyx4j.openapi.normalize.Assumptions;
import org.telnyx4j.openapi.normalize.Normalizer;

/** Makes our specification: read, check, trim, normalise, overlay, order. Writes nothing itself. */
final class Regeneration {
    private final TrimPlan plan;
    private final Map<String, Overlay> overlays;

    private Regeneration(TrimPlan plan, Map<String, Overlay> overlays) {
        this.plan = plan;
        this.overlays = overlays;
    }

    /**
     * Reads {@code trim.yaml} and {@code overlay/*.yaml}.
     *
     * @param directory where they are
     * @throws SpecException if one of them isn't what it should be
     */
    static Regeneration in(Path directory) {
        Map<String, Overlay> overlays = new TreeMap<>();
        for (Path file : overlayFiles(directory.resolve("overlay"))) {
            String name = String.valueOf(file.getFileName());
            overlays.put(name, new Overlay(name, DocumentReader.read(file)));
        }
        return new Regeneration(TrimPlan.of(DocumentReader.read(directory.resolve("trim.yaml"))), overlays);
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
     * Makes our specification of an upstream document.
     *
     * @throws SpecException if the document is faulty, or lacks what the plan keeps
     */
    ObjectNode make(ObjectNode upstream) {
        UpstreamCheck.check(upstream);
        SpecDocument document = Trimmer.trim(upstream, plan);
        new Normalizer(plan.inlineNames()).apply(document);
        frame(document.root(), upstream.path("info").path("version").asText("0"));
        overlays.values().forEach(overlay -> overlay.applyTo(document.root()));
        document.prune();
        Assumptions.write(document.root());
        UpstreamCheck.check(document.root());
        return Ordering.of(document.root());
    }

    /** Returns what a maintainer should know about the plan, now that it has met this document. */
    List<String> notes(ObjectNode upstream, ObjectNode specification) {
        return StaleEntries.of(plan, upstream, specification);
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
