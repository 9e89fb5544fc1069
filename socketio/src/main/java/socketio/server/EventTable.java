package socketio.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import socketio.protocol.EventName;

/**
 * Listeners by event name. Names are compared as the bytes that arrive, so that an event nobody
 * parses never becomes a string. Writing copies, reading takes no lock.
 */
final class EventTable<L> {
    private static final class Entry<L> {
        final String name;
        final byte[] quoted;
        final L listener;

        Entry(String name, L listener) {
            this.name = name;
            this.quoted = ("\"" + name + "\"").getBytes(UTF_8);
            this.listener = listener;
        }
    }

    private volatile Entry<L>[] entries = newArray(0);

    synchronized void put(String name, L listener) {
        EventName.requireUsable(name);
        var entry = new Entry<>(name, listener);
        var index = indexOf(name);
        var copy = Arrays.copyOf(entries, Math.max(entries.length, index + 1));
        copy[index] = entry;
        entries = copy;
    }

    /** The listener of this name, null if there is none. */
    @Nullable L find(ReceivedEvent event) {
        for (var entry : entries) {
            if (event.isNamed(entry.name, entry.quoted)) {
                return entry.listener;
            }
        }
        return null;
    }

    private int indexOf(String name) {
        var index = 0;
        while (index < entries.length && !entries[index].name.equals(name)) {
            index++;
        }
        return index;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no generic arrays
    private static <L> Entry<L>[] newArray(int length) {
        return new Entry[length];
    }
}
