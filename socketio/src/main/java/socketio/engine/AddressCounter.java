package socketio.engine;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;

/** Counts sessions by IPv4 address or IPv6 /64 network, since a household has a whole /64. */
final class AddressCounter {
    private final ConcurrentHashMap<Object, Integer> sessions = new ConcurrentHashMap<>();
    private final int limit;

    /** Creates a counter; limit 0 counts nothing and refuses nobody. */
    AddressCounter(int limit) {
        this.limit = limit;
    }

    /** Takes a place, to be given back by {@link #leave}, or answers false. */
    boolean enter(InetAddress address) {
        if (limit == 0) {
            return true;
        }
        var count = sessions.merge(network(address), 1, Integer::sum);
        if (count > limit) {
            leave(address);
            return false;
        }
        return true;
    }

    void leave(InetAddress address) {
        if (limit != 0) {
            sessions.computeIfPresent(
                    network(address), (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private static Object network(InetAddress address) {
        return address instanceof Inet6Address
                ? ByteBuffer.wrap(address.getAddress(), 0, Long.BYTES)
                : address;
    }
}
