package io.eyestalk.room;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** What a transaction has to tell once it is committed, in order. For one thread. */
final class News {
    private static final Logger log = LoggerFactory.getLogger(News.class);

    private final List<Object> events = new ArrayList<>();

    void add(Object event) {
        events.add(event);
    }

    /** Tells everything. What was committed stays true, so a listener that fails is only logged. */
    void tell(ApplicationEventPublisher publisher) {
        for (var event : events) {
            log.debug("event=told news={}", event.getClass().getSimpleName());
            try {
                publisher.publishEvent(event);
            } catch (RuntimeException failure) {
                log.error("event=listener-failed news={}", event, failure);
            }
        }
    }
}
