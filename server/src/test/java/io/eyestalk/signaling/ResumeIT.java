package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningServer
class ResumeIT {
    @LocalServerPort private int port;

    private final String room = UUID.randomUUID().toString();
    @RegisterExtension private final People people = new People();

    @Test
    void bringsTheSameMemberBackOnANewConnection() {
        var ben = people.add(Person.in(port, room, "Ben"));
        var lost = people.add(Person.connect(port));
        var first = lost.join(room, "Anna");
        ben.forget();

        lost.lose();
        var away = ben.hears("user-away");
        var anna = people.add(Person.connect(port));
        var answer = anna.resume(first, false);

        assertThat(answer.get("my_id")).isEqualTo(first.get("my_id"));
        assertThat(answer.get("members")).isEqualTo(first.get("members"));
        assertThat(away.get("sid")).isEqualTo(first.get("my_id"));
        assertThat(ben.hears("user-back"))
                .isEqualTo(Person.tree("{'sid':%s,'fresh':false}".formatted(first.get("my_id"))));
        assertThat(ben.unasked()).isEmpty();
        assertThat(anna.ask("chatting", "{'text':'again'}").get("ok").booleanValue()).isTrue();
    }

    @Test
    void whoJoinsMeanwhileSeesWhoIsAway() {
        var ben = people.add(Person.in(port, room, "Ben"));
        var anna = people.add(Person.in(port, room, "Anna"));

        anna.lose();
        ben.hears("user-away");
        var carl = people.add(Person.connect(port));
        var members = carl.join(room, "Carl").get("members");

        assertThat(members.valueStream().filter(member -> member.get("away").booleanValue()))
                .extracting(member -> member.get("name").stringValue())
                .containsExactly("Anna");
    }

    @Test
    void closesAnOlderConnectionThatIsStillAlive() {
        var ben = people.add(Person.in(port, room, "Ben"));
        var older = people.add(Person.connect(port));
        var first = older.join(room, "Anna");
        ben.forget();

        var newer = people.add(Person.connect(port));
        var answer = newer.resume(first, false);

        assertThat(older.end()).isEqualTo("io server disconnect");
        assertThat(answer.get("my_id")).isEqualTo(first.get("my_id"));
        assertThat(newer.ask("share-start", "{}").get("ok").booleanValue()).isTrue();
        ben.hears("share-start");
        assertThat(ben.unasked()).containsExactly("user-back");
    }

    @Test
    void aReloadedPageEndsItsShareAndOffersAnew() {
        var ben = people.add(Person.in(port, room, "Ben"));
        var older = people.add(Person.connect(port));
        var first = older.join(room, "Anna");
        older.ask("share-start", "{}");
        ben.forget();

        var newer = people.add(Person.connect(port));
        newer.resume(first, true);

        assertThat(ben.hears("share-end").get("sid")).isEqualTo(first.get("my_id"));
        assertThat(ben.hears("user-back").get("fresh").booleanValue()).isTrue();
    }

    @Test
    void aReconnectedPageKeepsItsShare() {
        var older = people.add(Person.connect(port));
        var first = older.join(room, "Anna");
        older.ask("share-start", "{}");

        var newer = people.add(Person.connect(port));
        newer.resume(first, false);
        var ben = people.add(Person.connect(port));
        var members = ben.join(room, "Ben").get("members");

        assertThat(members.get(0).get("sharing").booleanValue()).isTrue();
    }

    @Test
    void mayBeAskedTwice() {
        var anna = people.add(Person.connect(port));
        var first = anna.join(room, "Anna");

        var again = anna.resume(first, false);

        assertThat(again.get("my_id")).isEqualTo(first.get("my_id"));
        assertThat(anna.isConnected()).isTrue();
    }

    @Test
    void whoLeftComesBackByTheTokenWithoutAPassword() {
        var anna = people.add(Person.connect(port));
        var request = "{'roomName':'%s','userNickname':'%s','roomPassword':'pw','roomCapacity':2}";
        anna.ask("create-room", request.formatted(room, "Anna"));
        var ben = people.add(Person.connect(port));
        ben.ask("join-room", request.formatted(room, "Ben"));
        var first = anna.ask("join-room", request.formatted(room, "Anna"));
        anna.ask("leave-room", "{}");

        var answer = anna.resume(first, false);

        assertThat(answer.get("my_id")).isEqualTo(first.get("my_id"));
        ben.hears("user-disconnect");
        ben.hears("user-connect");
        assertThat(ben.hears("user-connect").get("sid")).isEqualTo(first.get("my_id"));
    }

    @Test
    void needsATokenThatWasGiven() {
        var anna = people.add(Person.connect(port));

        var answer = anna.ask("resume", "{'token':'AAAAAAAAAAAAAAAAAAAAAAAA','fresh':false}");

        assertThat(answer.get("code").stringValue()).isEqualTo("MEMBER_NOT_FOUND");
    }
}
