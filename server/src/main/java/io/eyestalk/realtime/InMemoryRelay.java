package io.eyestalk.realtime;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** The relay of a single node: news goes straight to its own connections. */
@Component
@OnSingleNode
final class InMemoryRelay implements Relay {
    private final LocalDelivery delivery;
    private final Observers observers;

    InMemoryRelay(LocalDelivery delivery, Observers observers) {
        this.delivery = delivery;
        this.observers = observers;
    }

    @Override
    public Delivery publish(News news) {
        var published = System.nanoTime();
        var reached = delivery.deliver(news);
        observers.relayed(Duration.ofNanos(System.nanoTime() - published));
        return reached ? Delivery.REACHED : Delivery.NOBODY;
    }

    @Override
    public boolean neverWaits() {
        return true;
    }
}
