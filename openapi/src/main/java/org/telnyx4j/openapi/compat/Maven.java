package org.telnyx4j.openapi.compat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs the Maven that is on the path; a build ends with this process. */
public final class Maven implements Builds {
    private final List<String> command;

    /** Creates a runner that gives every build the same options. */
    public Maven() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        command = List.of(windows ? "mvn.cmd" : "mvn", "-B", "-Dstyle.color=never", "-Dspotless.check.skip=true");
    }

    @Override
    public boolean run(Path folder, Path log, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        return Processes.run(new ProcessBuilder(all)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile()))
                == 0;
    }
}
