package org.telnyx4j.generated;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.telnyx4j.client.ApiClient;
import org.telnyx4j.client.ApiOperation;
import org.telnyx4j.client.ApiResponse;
import org.telnyx4j.client.RequestOptions;
import org.telnyx4j.generated.api.RawApi;
import org.telnyx4j.json.JsonModel;
import org.telnyx4j.json.ModelType;
import org.telnyx4j.json.OpenEnum;

/** Everything that was generated, found by reflection, so that what is added later is tested as well. */
final class Generated {
    private static final String INFO = "WithHttpInfo";

    private Generated() {}

    /** An operation as the generated class offers it. */
    record Operation(Method method, ApiOperation description) {
        List<String> pathParameters() {
            return Arrays.stream(method.getParameters())
                    .filter(parameter -> parameter.getType() == String.class)
                    .map(parameter -> parameter.getName())
                    .toList();
        }

        boolean hasBody() {
            return Arrays.stream(method.getParameterTypes())
                    .anyMatch(type -> JsonModel.class.isAssignableFrom(type)
                            && !type.getSimpleName().endsWith("Query"));
        }

        /** Arguments with this value for every path parameter and nothing set in queries and bodies. */
        Object[] arguments(String pathValue) {
            return Arrays.stream(method.getParameterTypes())
                    .map(type -> argument(type, pathValue))
                    .toArray();
        }

        ApiResponse<?> call(ApiClient client, Object... arguments) {
            return (ApiResponse<?>) call(method, client, arguments);
        }

        /** Calls the form that has no options and returns the body alone. */
        Object callShort(ApiClient client, Object... arguments) {
            String name = method.getName().substring(0, method.getName().length() - INFO.length());
            try {
                Class<?>[] types = Arrays.copyOf(method.getParameterTypes(), method.getParameterCount() - 1);
                Object[] fewer = Arrays.copyOf(arguments, types.length);
                return call(method.getDeclaringClass().getMethod(name, types), client, fewer);
            } catch (NoSuchMethodException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }

        private static Object call(Method method, ApiClient client, Object... arguments) {
            try {
                Object api = method.getDeclaringClass()
                        .getConstructor(ApiClient.class)
                        .newInstance(client);
                return method.invoke(api, arguments);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new AssertionError(e);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }

        private static Object argument(Class<?> type, String pathValue) {
            if (type == String.class) {
                return pathValue;
            }
            return type == RequestOptions.class ? RequestOptions.none() : empty(type(type));
        }

        @Override
        public String toString() {
            return description.id();
        }
    }

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Class<?> api : classesIn("api")) {
            for (Method method : api.getDeclaredMethods()) {
                if (method.getName().endsWith(INFO) && Modifier.isPublic(method.getModifiers())) {
                    operations.add(new Operation(method, describe(api, method)));
                }
            }
        }
        return operations;
    }

    private static ApiOperation describe(Class<?> api, Method method) {
        String id = method.getName().substring(0, method.getName().length() - INFO.length());
        for (Field field : api.getFields()) {
            try {
                if (field.getType() == ApiOperation.class
                        && ((ApiOperation) field.get(null)).id().equals(id)) {
                    return (ApiOperation) field.get(null);
                }
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("no ApiOperation for " + method);
    }

    /** The types of requests, responses, queries and their parts. */
    static List<ModelType<?>> models() {
        List<ModelType<?>> models = new ArrayList<>();
        for (Class<?> type : classesIn("model")) {
            if (JsonModel.class.isAssignableFrom(type)) {
                models.add(type(type));
            }
        }
        return models;
    }

    /** The class of a model. */
    static Class<?> modelClass(ModelType<?> type) {
        return empty(type).getClass();
    }

    static ModelType<?> type(Class<?> model) {
        try {
            return (ModelType<?>) model.getField("TYPE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** A model on which nothing is set. */
    static JsonModel empty(ModelType<?> type) {
        return read(type, "{}");
    }

    static JsonModel read(ModelType<?> type, String json) {
        return (JsonModel) type.fromJson(json);
    }

    /** The enums, be they classes of their own or nested in the model that has the field. */
    static List<Class<?>> enums() {
        return classesIn("model").stream()
                .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses())))
                .filter(OpenEnum.class::isAssignableFrom)
                .toList();
    }

    static List<Class<?>> classesIn(String name) {
        try {
            Path classes = Path.of(RawApi.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<Class<?>> found = new ArrayList<>();
            try (Stream<Path> files = Files.list(classes.resolve("org/telnyx4j/generated/" + name))) {
                for (Path file : files.sorted().toList()) {
                    String simpleName = file.getFileName().toString().replace(".class", "");
                    if (!simpleName.contains("$") && !simpleName.equals("package-info")) {
                        found.add(Class.forName("org.telnyx4j.generated." + name + "." + simpleName));
                    }
                }
            }
            return found;
        } catch (IOException | URISyntaxException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
