package org.telnyx4j.openapi.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.telnyx4j.openapi.changes.Change;
import org.telnyx4j.openapi.changes.ChangeReport;
import org.telnyx4j.openapi.changes.SpecDiff;
import org.telnyx4j.openapi.checks.HouseRules;
import org.telnyx4j.openapi.compat.ApiComparison;
import org.telnyx4j.openapi.compat.Builds;
import org.telnyx4j.openapi.compat.FacadeUse;
import org.telnyx4j.openapi.compat.LinkCheck;
import org.telnyx4j.openapi.compat.Verdict;
import org.telnyx4j.openapi.compat.Workspace;
import org.telnyx4j.openapi.document.DocumentReader;
import org.telnyx4j.openapi.document.DocumentWriter;
import org.telnyx4j.openapi.document.Provenance;
import org.telnyx4j.openapi.trim.MissingEntries;

/**
 * One update, from the upstream document to the verdict. The project's tree is touched once, at the
 * very end, by one file that is moved into place.
 */
public final class SpecificationUpdate {
    private static final List<String> PUBLIC_MODULES = List.of("generated-client", "facade");

    private final UpdateRequest request;
    private final Workspace workspace;
    private final PrintStream out;
    private final StringBuilder report = new StringBuilder();

    public SpecificationUpdate(UpdateRequest request, Builds builds, PrintStream out) {
        this.request = request;
        this.workspace = new Workspace(request.project(), builds);
        this.out = out;
    }

    private Path specification() {
        return request.project().resolve("openapi").resolve("telnyx.yaml");
    }

    public UpdateOutcome run() throws IOException {
        byte[] bytes = DocumentReader.bytes(request.source());
        ObjectNode upstream =
                DocumentReader.read(String.valueOf(request.source().getFileName()), bytes);
        Path directory = request.project().resolve("openapi");
        String before = Files.exists(specification()) ? Files.readString(specification()) : "";
        ObjectNode committed = before.isEmpty()
                ? upstream.objectNode()
                : DocumentReader.read("telnyx.yaml", before.getBytes(StandardCharsets.UTF_8));
        SpecificationBuilder regeneration = SpecificationBuilder.in(directory);
        SpecificationBuilder.Made made = regeneration.make(upstream, committed);
        List<String> missing = HouseRules.missingDescriptions(made.specification());
        Provenance provenance = Provenance.of(request.source(), bytes, upstream, before);
        String after = DocumentWriter.write(made.specification(), provenance.comment(missing));
        boolean unchanged = sameContent(made.specification(), committed, before);
        say(provenance.comment().lines().skip(1).toList());
        UpdateOutcome outcome;
        if (unchanged) {
            say(specification() + " is unchanged.");
            outcome = UpdateOutcome.UNCHANGED;
        } else {
            outcome = changed(made, committed, new Texts(before, after));
        }
        notes(made.notes(), missing, regeneration.available(upstream));
        Files.createDirectories(workspace.home());
        DocumentWriter.replace(workspace.home().resolve("report.txt"), report.toString());
        return outcome;
    }

    private record Texts(String before, String after) {}

    // An edition that differs elsewhere, or only in its order and its prose, is no reason for a diff.
    private static boolean sameContent(ObjectNode made, ObjectNode committed, String before) {
        ObjectNode same = made.deepCopy();
        same.withObject("/info").set("version", committed.path("info").path("version"));
        return DocumentWriter.write(same, "").equals(Provenance.withoutComment(before));
    }

    private UpdateOutcome changed(SpecificationBuilder.Made made, ObjectNode committed, Texts texts)
            throws IOException {
        List<Change> changes = SpecDiff.between(committed, made.specification());
        int rewordings = SpecDiff.rewordings(committed, made.specification());
        if (!request.building()) {
            say(new ChangeReport(ids -> Set.of("not looked for")).lines(changes, rewordings));
            say(made.losses().lines());
            return finish(Verdict.of(changes, new ApiComparison(List.of(), List.of())), "without a build", texts);
        }
        say("Building " + request.against() + " to compare with ...");
        Workspace.Before before = workspace.before(request.against());
        FacadeUse use = FacadeUse.of(before.classes("facade"));
        say(new ChangeReport(use::operationsThatCall).lines(changes, rewordings));
        stopWhereTheFacadeLoses(made.losses(), use);
        say("Building with the new specification ...");
        Path after = workspace.after(texts.after());
        workspace.build(after, "after-compile", "-q", "-pl", "generated-client", "-am", "compile");
        link(use, before, after);
        workspace.build(after, "after-verify", "-pl", "generated-client", "-amd", "-am", "verify");
        say("Everything builds, and all tests pass.");
        ApiComparison api = ApiComparison.of(
                PUBLIC_MODULES.stream().map(before::classes).toList(),
                PUBLIC_MODULES.stream()
                        .map(module -> after.resolve(module).resolve("target").resolve("classes"))
                        .toList(),
                workspace.home().resolve("jars"));
        say("");
        say("Public API against " + before.name() + ": " + api.breaking().size() + " breaking, "
                + api.added().size() + " added.");
        api.breaking().forEach(line -> say("  BREAKING " + line));
        api.added().forEach(line -> say("  added " + line));
        return finish(Verdict.of(changes, api), "builds and passes its tests", texts);
    }

    private static void stopWhereTheFacadeLoses(MissingEntries losses, FacadeUse use) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < losses.operations().size(); i++) {
            String id = losses.operations().get(i).id();
            Set<String> operations = use.operationsThatCall(Set.of(id));
            Set<String> classes = new TreeSet<>(use.classesThatCall(id));
            if (!classes.isEmpty()) {
                String needed = operations.isEmpty() ? "" : "; needed by " + String.join(", ", operations);
                lines.add(losses.lines().get(i) + needed + "; used in " + String.join(", ", classes));
            }
        }
        if (!lines.isEmpty()) {
            throw new StoppedException("The facade needs what this document lacks:\n  " + String.join("\n  ", lines));
        }
    }

    private void link(FacadeUse use, Workspace.Before before, Path after) {
        List<String> missing = LinkCheck.missing(
                use,
                before.classes("generated-client"),
                after.resolve("generated-client").resolve("target").resolve("classes"));
        if (missing.isEmpty()) {
            return;
        }
        String message = "The facade needs what this document lacks:\n  " + String.join("\n  ", missing);
        if (before.sameFacade()) {
            throw new StoppedException(message);
        }
        say("As it was at " + request.against() + ", the facade would not fit; the facade in the tree will show.");
        say(message);
    }

    private UpdateOutcome finish(Verdict verdict, String how, Texts texts) throws IOException {
        say("");
        say("Verdict: " + verdict.name().toLowerCase(Locale.ROOT) + " (" + how + "): " + verdict.meaning() + ".");
        if (request.writing()) {
            String now = Files.exists(specification()) ? Files.readString(specification()) : "";
            if (!now.equals(texts.before())) {
                throw new StoppedException(specification() + " has changed meanwhile.");
            }
            DocumentWriter.replace(specification(), texts.after());
            say(specification() + " written.");
        } else {
            say("Nothing was written.");
        }
        return verdict == Verdict.MAJOR ? UpdateOutcome.BREAKING : UpdateOutcome.COMPATIBLE;
    }

    private void notes(List<String> notes, List<String> missing, List<String> available) {
        list("To be described in openapi/overlay/, allowed until then", missing);
        list("Worth a look", notes);
        list("Available, not kept; to adopt one, add its line to trim.yaml, operations", available);
    }

    private void list(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            say("");
            say(title + " (" + lines.size() + "):");
            lines.forEach(line -> say("  " + line));
        }
    }

    private void say(List<String> lines) {
        lines.forEach(this::say);
    }

    private void say(String line) {
        report.append(line).append('\n');
        out.println(line);
    }
}
