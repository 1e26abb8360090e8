package org.telnyx4j.spring.boot4;

import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.telnyx4j.spring.starter.WholeApplicationContract;
import tools.jackson.databind.json.JsonMapper;

class WholeApplicationTest extends WholeApplicationContract {
    @Override
    protected Stream<?> jsonModules(ConfigurableApplicationContext context) {
        return context.getBean(JsonMapper.class).registeredModules().stream();
    }
}
