package org.telnyx4j.spring.boot3;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.telnyx4j.spring.starter.WholeApplicationContract;

class WholeApplicationTest extends WholeApplicationContract {
    @Override
    protected Stream<?> jsonModules(ConfigurableApplicationContext context) {
        return context.getBean(ObjectMapper.class).getRegisteredModuleIds().stream();
    }
}
