package socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class AddressCounterTest {
    private final AddressCounter counter = new AddressCounter(1);

    @Test
    void givesAPlaceBack() {
        var address = InetAddress.ofLiteral("192.0.2.1");

        assertThat(counter.enter(address)).isTrue();
        assertThat(counter.enter(address)).isFalse();
        counter.leave(address);
        assertThat(counter.enter(address)).isTrue();
    }

    @Test
    void countsAnIpv6NetworkAsOne() {
        assertThat(counter.enter(InetAddress.ofLiteral("2001:db8::1"))).isTrue();
        assertThat(counter.enter(InetAddress.ofLiteral("2001:db8::ffff:0:0:1"))).isFalse();
        assertThat(counter.enter(InetAddress.ofLiteral("2001:db8:0:1::1"))).isTrue();
    }

    @Test
    void refusesNobodyWithoutALimit() {
        var unlimited = new AddressCounter(0);
        var address = InetAddress.ofLiteral("192.0.2.1");

        assertThat(unlimited.enter(address)).isTrue();
        assertThat(unlimited.enter(address)).isTrue();
    }
}
