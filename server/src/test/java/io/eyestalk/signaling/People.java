package io.eyestalk.signaling;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The people of a test, who all go when it ends. To be registered as an extension. */
final class People implements AfterEachCallback {
    private final List<Person> all = new ArrayList<>();

    /** One more, who is given back. */
    Person add(Person person) {
        all.add(person);
        return person;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        all.forEach(Person::close);
    }
}
