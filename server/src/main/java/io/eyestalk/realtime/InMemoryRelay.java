package io.eyestalk.realtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The relay of a single node: news goes straight to its own connections. */
@Component
final class InMemoryRelay implements Relay {
    private final List<Predicate<News>> deliveries = new CopyOnWriteArrayList<>();

    @Override
    public boolean publish(News news) {
        var reached = false;
        for (var delivery : deliveries) {
            reached |= delivery.test(news);
        }
        return reached;
    }

    @Override
    public void deliverTo(Predicate<News> delivery) {
        deliveries.add(delivery);
    }
}
