package org.telnyx4j.openapi.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.telnyx4j.openapi.changes.Change;
import org.telnyx4j.openapi.changes.ChangeReport;
import org.telnyx4j.openapi.changes.SpecDiff;
import org.telnyx4j.openapi.checks.HouseRules;
import org.telnyx4j.openapi.compat.ApiComparison;
import org.telnyx4j.openapi.compat.Builds;
import org.telnyx4j.openapi.compat.EventUse;
import org.telnyx4j.openapi.compat.FacadeUse;
import org.telnyx4j.openapi.compat.LinkCheck;
import org.telnyx4j.openapi.compat.Verdict;
import org.telnyx4j.openapi.compat.Workspace;
import org.telnyx4j.openapi.document.DocumentReader;
import org.telnyx4j.openapi.document.DocumentWriter;
import org.telnyx4j.openapi.document.Provenance;
import org.telnyx4j.openapi.trim.MissingEntries;
import org.telnyx4j.openapi.trim.TrimPlan;

/**
 * One update, from the upstream document to the verdict. The project's tree is touched once, at the
 * very end, by one file that is moved into place.
 */
public final class SpecificationUpdate {
    private static final List<String> PUBLIC_MODULES = List.of("generated-client", "facade");

    /** One in so many. */
    private static final int LARGE_PART = 10;

    private static final int MOST_LOSSES = 5;

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
        Files.deleteIfExists(workspace.home().resolve("report.txt"));
        stopWithoutTheRevision();
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
        stopWherePartsAreGone(made.losses(), regeneration.plan());
        // Two runs in a row must come to one verdict, whatever the first one has put in place.
        String baseText = workspace.specification(request.against()).orElse(before);
        ObjectNode base = baseText.equals(before) || baseText.isBlank()
                ? committed
                : DocumentReader.read("telnyx.yaml", baseText.getBytes(StandardCharsets.UTF_8));
        List<String> missing = HouseRules.missingDescriptions(made.specification());
        Provenance provenance = Provenance.of(request.source(), bytes, upstream, before);
        String after = DocumentWriter.write(
                made.specification(), provenance.comment(missing, keys(regeneration.available(upstream))));
        boolean unchanged = sameContent(made.specification(), committed, before)
                && sameContent(made.specification(), base, baseText);
        say(provenance.comment().lines().skip(1).toList());
        provenance.olderThan(before).ifPresent(this::say);
        UpdateOutcome outcome;
        if (unchanged && made.connection().isEmpty()) {
            say(specification() + " is unchanged.");
            outcome = UpdateOutcome.UNCHANGED;
        } else if (unchanged) {
            outcome = connectionOnly(made.connection());
        } else {
            outcome = changed(made, base, new Texts(before, after));
        }
        notes(made, missing, regeneration.available(upstream), Provenance.notKept(before));
        Files.createDirectories(workspace.home());
        DocumentWriter.replace(workspace.home().resolve("report.txt"), report.toString());
        return outcome;
    }

    // The files as they are would stand in for it, and the verdict would be one on something else.
    private void stopWithoutTheRevision() {
        String revision = request.against();
        if (revision.equals(UpdateRequest.LAST_COMMIT)) {
            return;
        }
        if (!workspace.isUnderGit()) {
            throw new StoppedException("--against " + revision + " needs git, and " + request.project()
                    + " isn't in a repository. Leave --against out to compare with the files as they are.");
        }
        if (workspace.commit(revision).isEmpty()) {
            throw new StoppedException("--against " + revision + ": there is no such commit, branch or tag here."
                    + " `git tag` lists the tags that are; `git fetch --tags` gets the others.");
        }
        if (workspace.specification(revision).isEmpty()) {
            throw new StoppedException(
                    "--against " + revision + ": there was no openapi/telnyx.yaml then. Choose a later commit or tag.");
        }
    }

    private UpdateOutcome connectionOnly(List<Change> connection) {
        say(new ChangeReport(ids -> Set.of("every operation behind these")).lines(connection, 0));
        say(specification() + " is unchanged, but the document is called otherwise than our code calls it.");
        say("Verdict: major: " + Verdict.MAJOR.meaning() + ". Nothing was written.");
        return UpdateOutcome.BREAKING;
    }

    private record Texts(String before, String after) {}

    // An edition that differs elsewhere, or only in its order and its prose, is no reason for a diff.
    private static boolean sameContent(ObjectNode made, ObjectNode committed, String before) {
        ObjectNode same = made.deepCopy();
        same.withObject("/info").set("version", committed.path("info").path("version"));
        return DocumentWriter.write(same, "").equals(Provenance.withoutComment(before));
    }

    // An upload that broke off still parses, and looks like an edition without its last paths.
    private void stopWherePartsAreGone(MissingEntries losses, TrimPlan plan) {
        if (request.acceptingLosses()) {
            return;
        }
        boolean operations =
                isLargePart(losses.operations().size(), plan.operations().size());
        boolean webhooks = isLargePart(losses.webhooks().size(), plan.webhooks().size());
        if (operations || webhooks) {
            throw new StoppedException("The document lacks "
                    + losses.operations().size() + " of the "
                    + plan.operations().size() + " operations and "
                    + losses.webhooks().size() + " of the "
                    + plan.webhooks().size() + " webhooks that trim.yaml keeps. Is it whole? If it is,"
                    + " --accept-losses goes on. The first:\n  "
                    + String.join(
                            "\n  ",
                            losses.lines()
                                    .subList(
                                            0,
                                            Math.min(MOST_LOSSES, losses.lines().size()))));
        }
    }

    private static boolean isLargePart(int lost, int kept) {
        return lost > 2 && lost * LARGE_PART >= kept;
    }

    private UpdateOutcome changed(SpecificationBuilder.Made made, ObjectNode base, Texts texts) throws IOException {
        List<Change> changes = new ArrayList<>(made.connection());
        changes.addAll(SpecDiff.between(base, made.specification()));
        int rewordings = SpecDiff.rewordings(base, made.specification());
        if (!request.building()) {
            say(new ChangeReport(facadeAsLastBuilt(made, base)).lines(changes, rewordings));
            say(made.losses().lines());
            say("Nothing was built: whether everything compiles and passes its tests isn't known.");
            return finish(Verdict.of(changes, new ApiComparison(List.of(), List.of())), "without a build", texts);
        }
        say("Building " + request.against() + " to compare with ...");
        Workspace.Before before = workspace.before(request.against());
        FacadeUse use = FacadeUse.of(before.classes("facade"));
        EventUse events = EventUse.of(before.classes("facade"), before.classes("generated-client"));
        say(new ChangeReport(new FacadeNames(use, events, made.specification(), base)::of).lines(changes, rewordings));
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

    // A run without a build takes what an earlier one has left: the facade hardly changes between two.
    private Function<Collection<String>, Set<String>> facadeAsLastBuilt(SpecificationBuilder.Made made, ObjectNode base)
            throws IOException {
        Optional<Path> facade = workspace.leftClasses(request.against(), "facade");
        Optional<Path> generated = workspace.leftClasses(request.against(), "generated-client");
        if (facade.isEmpty() || generated.isEmpty()) {
            return ids -> Set.of("not looked for, for nothing is built yet");
        }
        FacadeUse use = FacadeUse.of(facade.get());
        EventUse events = EventUse.of(facade.get(), generated.get());
        return new FacadeNames(use, events, made.specification(), base)::of;
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

    private void notes(
            SpecificationBuilder.Made made, List<String> missing, List<String> available, Set<String> known) {
        if (!known.isEmpty()) {
            list(
                    "NEW beside what we keep; to adopt one, add its line to trim.yaml",
                    available.stream()
                            .filter(line -> !known.contains(key(line)))
                            .toList());
        }
        list("To be described in openapi/overlay/, allowed until then", missing);
        list("Worth a look", made.notes());
        list("Ahead of the edition; drops out by itself once upstream has it", made.ahead());
        list(
                "Available, not kept; to adopt one, add its line to trim.yaml",
                available.stream()
                        .filter(line -> known.isEmpty() || known.contains(key(line)))
                        .toList());
    }

    private static List<String> keys(List<String> available) {
        return available.stream().map(SpecificationUpdate::key).toList();
    }

    // 'GET /pets': {...} is known by what is quoted.
    private static String key(String line) {
        return line.substring(1, line.indexOf('\'', 1));
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
