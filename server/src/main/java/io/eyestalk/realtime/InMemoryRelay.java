package io.eyestalk.realtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The relay of a single node: news goes straight to its own connections. */
@Component
final class InMemoryRelay implements Relay {
    private final List<Predicate<News>> deliveries = new CopyOnWriteArrayList<>();

    private final Observers observers;

    InMemoryRelay(Observers observers) {
        this.observers = observers;
    }

    @Override
    public boolean publish(News news) {
        var published = System.nanoTime();
        var reached = false;
        for (var delivery : deliveries) {
            reached |= delivery.test(news);
        }
        observers.relayed(Duration.ofNanos(System.nanoTime() - published));
        return reached;
    }

    @Override
    public void deliverTo(Predicate<News> delivery) {
        deliveries.add(delivery);
    }
}
