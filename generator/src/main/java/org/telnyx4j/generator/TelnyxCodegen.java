package org.telnyx4j.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ObjectSchema;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * Generates the client from {@code openapi/telnyx.yaml}: models, requests, queries and enums, API classes and events.
 * Reads the specification with OpenAPI Generator's own classes; what the templates print is put together in the views
 * of this package, so that no template decides anything.
 */
public final class TelnyxCodegen extends AbstractJavaCodegen {
    private static final String ROOT = "rootPackage";

    /** Marks a schema that stands for a family of events. */
    private static final String FAMILY = "x-event-family";

    private final List<ApiView> apis = new ArrayList<>();
    private Map<String, List<EventView>> families = new TreeMap<>();
    private String rootPackage = "org.telnyx4j.generated";

    /** Creates the generator; OpenAPI Generator sets its options afterwards. */
    public TelnyxCodegen() {
        embeddedTemplateDir = "telnyx4j";
        templateDir = "telnyx4j";
        outputFolder = "generated-code";
        sourceFolder = "java";
        hideGenerationTimestamp = true;
        openApiNullable = false;
        modelTemplateFiles.put("model.mustache", ".java");
        apiTemplateFiles.put("api.mustache", ".java");
        apiTestTemplateFiles.clear();
        modelTestTemplateFiles.clear();
        apiDocTemplateFiles.clear();
        modelDocTemplateFiles.clear();
        setDateLibrary("java8");
    }

    @Override
    public CodegenType getTag() {
        return CodegenType.CLIENT;
    }

    @Override
    public String getName() {
        return "telnyx4j";
    }

    @Override
    public String getHelp() {
        return "Generates telnyx4j's client; the option " + ROOT + " names the package of all that is generated.";
    }

    @Override
    public void processOpts() {
        super.processOpts();
        rootPackage = String.valueOf(additionalProperties.getOrDefault(ROOT, rootPackage));
        apiPackage = rootPackage + ".api";
        modelPackage = rootPackage + ".model";
        additionalProperties.put(ROOT, rootPackage);
        additionalProperties.put("apiPackage", apiPackage);
        additionalProperties.put("modelPackage", modelPackage);
        additionalProperties.put("eventPackage", eventPackage());
        supportingFiles.clear();
        supportingFiles.add(new SupportingFile("rawApi.mustache", folder(apiPackage), "RawApi.java"));
        supportingFiles.add(new SupportingFile("operations.mustache", folder(apiPackage), "Operations.java"));
        supportingFiles.add(new SupportingFile("eventTypes.mustache", folder(eventPackage()), "EventTypes.java"));
        supportingFiles.add(new SupportingFile("apiPackage.mustache", folder(apiPackage), "package-info.java"));
        supportingFiles.add(new SupportingFile("modelPackage.mustache", folder(modelPackage), "package-info.java"));
        supportingFiles.add(new SupportingFile("eventPackage.mustache", folder(eventPackage()), "package-info.java"));
        supportingFiles.add(new SupportingFile("module.mustache", sourceFolder, "module-info.java"));
    }

    private String eventPackage() {
        return rootPackage + ".event";
    }

    private String folder(String packageName) {
        return sourceFolder + "/" + packageName.replace('.', '/');
    }

    @Override
    public void preprocessOpenAPI(OpenAPI document) {
        super.preprocessOpenAPI(document);
        families = Events.takeOutOf(document);
        Queries.addTo(document);
        families.keySet().forEach(family -> {
            ObjectSchema schema = new ObjectSchema();
            schema.addExtension(FAMILY, family);
            // A property, for a schema without one is taken for a map.
            schema.addProperty("type", new io.swagger.v3.oas.models.media.StringSchema());
            if (document.getComponents().getSchemas().putIfAbsent(family, schema) != null) {
                throw new SpecificationException("schema " + family, "has the name of a family of events");
            }
        });
    }

    @Override
    public String toModelName(String name) {
        return JavaNames.type(JavaNames.pascalCase(name));
    }

    @Override
    public String toVarName(String name) {
        return JavaNames.property(name);
    }

    @Override
    public String toParamName(String name) {
        return JavaNames.property(name);
    }

    @Override
    public String toEnumVarName(String value, String dataType) {
        return JavaNames.enumConstant(value, !dataType.equals("String"));
    }

    @Override
    public String modelFilename(String templateName, String modelName) {
        String file = super.modelFilename(templateName, modelName);
        return families.containsKey(modelName)
                ? file.replace(modelFileFolder() + File.separator, eventFileFolder() + File.separator)
                : file;
    }

    private String eventFileFolder() {
        return (outputFolder + File.separator + folder(eventPackage())).replace('/', File.separatorChar);
    }

    @Override
    public void postProcess() {
        // Nothing: the base class prints a request for donations into every build.
    }

    @Override
    public void postProcessModelProperty(CodegenModel model, CodegenProperty property) {
        // Nothing: the views need none of the imports and extensions that other Java generators add here.
    }

    @Override
    public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
        Map<String, ModelsMap> processed = super.postProcessAllModels(all);
        List<CodegenModel> models = new ArrayList<>();
        processed.values().forEach(map -> map.getModels().forEach(entry -> models.add(entry.getModel())));
        ModelViews views = new ModelViews(ModelViews.byClassName(models));
        processed.values().forEach(map -> {
            for (ModelMap entry : map.getModels()) {
                CodegenModel model = entry.getModel();
                if (families.containsKey(model.classname)) {
                    map.put("family", new FamilyView(model.classname, modelPackage, families.get(model.classname)));
                } else if (model.isEnum) {
                    map.put("openEnum", EnumView.topLevel(model));
                } else {
                    map.put("view", views.of(model));
                }
            }
        });
        return processed;
    }

    @Override
    public OperationsMap postProcessOperationsWithModels(OperationsMap operations, List<ModelMap> allModels) {
        OperationsMap processed = super.postProcessOperationsWithModels(operations, allModels);
        ApiView api = ApiView.of(
                processed.getOperations().getClassname(),
                modelPackage,
                processed.getOperations().getOperation());
        apis.add(api);
        processed.put("api", api);
        return processed;
    }

    @Override
    public Map<String, Object> postProcessSupportingFileData(Map<String, Object> bundle) {
        Map<String, Object> processed = super.postProcessSupportingFileData(bundle);
        apis.sort((one, other) -> one.className().compareTo(other.className()));
        processed.put("apis", apis);
        List<FamilyView> views = new ArrayList<>();
        families.forEach((name, events) -> views.add(new FamilyView(name, modelPackage, events)));
        processed.put("families", views);
        return processed;
    }
}
