package org.telnyx4j.examples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts a shop that reports to its customers by text. */
@SpringBootApplication
public class ShopApplication {
    /**
     * Starts it.
     *
     * @param arguments properties, such as {@code --telnyx.api-key=…}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(ShopApplication.class, arguments);
    }
}
