package io.eyestalk;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(EyesTalkApplication.class).verify();
    }
}
