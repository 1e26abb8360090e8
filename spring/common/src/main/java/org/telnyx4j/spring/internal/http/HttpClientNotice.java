package org.telnyx4j.spring.internal.http;

import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Reports once where Spring Boot has chosen Apache HttpClient for the application's {@code RestClient} and {@code
 * RestTemplate} only because it is there: it repeats requests by itself on status 429 and 503, POSTs included.
 */
public final class HttpClientNotice {
    private static final Logger LOGGER = LoggerFactory.getLogger(HttpClientNotice.class);

    /** What sends through the chosen client. */
    private static final String[] CLIENTS = {"restClientBuilder", "restTemplateBuilder"};

    private final ConfigurableListableBeanFactory beans;
    private final Environment environment;
    private final String property;

    /**
     * Creates a notice.
     *
     * @param beans all beans
     * @param environment the application's properties
     * @param property with what the application chooses its client
     */
    public HttpClientNotice(ConfigurableListableBeanFactory beans, Environment environment, String property) {
        this.beans = beans;
        this.environment = environment;
        this.property = property;
    }

    /**
     * Reports it unless the application has made a choice, or has nothing that sends.
     *
     * @param builder the type of the bean that opens connections
     * @param apache what it is where Apache HttpClient was chosen
     */
    public void reportIfUsed(Class<?> builder, Class<?> apache) {
        boolean isChosenByBoot = !environment.containsProperty(property)
                && Stream.of(beans.getBeanNamesForType(builder))
                        .anyMatch(name -> isOfBoot(name) && apache.isInstance(beans.getBean(name)));
        if (isChosenByBoot && Stream.of(CLIENTS).anyMatch(beans::containsBeanDefinition)) {
            LOGGER.info(
                    "Apache HttpClient came onto the class path with telnyx4j, so Spring Boot sends the application's "
                            + "own RestClient and RestTemplate requests with it, and HttpClient repeats them on status "
                            + "429 and 503, POSTs included. {}=jdk or =simple avoids this; =http-components keeps it "
                            + "and ends this message",
                    property);
        }
    }

    private boolean isOfBoot(String name) {
        String factory = beans.containsBeanDefinition(name)
                ? beans.getBeanDefinition(name).getFactoryBeanName()
                : null;
        return factory != null && factory.startsWith("org.springframework.boot.");
    }
}
