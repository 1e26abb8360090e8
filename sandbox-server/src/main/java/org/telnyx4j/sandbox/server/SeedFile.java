package org.telnyx4j.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a seed file. JSON is YAML, so one parser reads both. Unquoted phone numbers such as {@code +14165550199} are
 * strings: by YAML's JSON schema a number has no plus sign.
 */
final class SeedFile {
    private SeedFile() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static Map<String, @Nullable Object> read(Path file) {
        Object content;
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            content = new Load(settings).loadFromString(Files.readString(file, UTF_8));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no seed file " + file, e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the seed file " + file + " is not in UTF-8", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the seed file " + file + " cannot be read", e);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("the seed file is neither YAML nor JSON: " + e.getMessage(), e);
        }
        if (content == null) {
            return Map.of();
        }
        if (!(content instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("the seed file " + file + " must contain an object");
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        fields.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }
}
