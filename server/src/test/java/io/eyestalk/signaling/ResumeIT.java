package io.eyestalk.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningServer
class ResumeIT {
    @LocalServerPort private int port;

    private final String room = UUID.randomUUID().toString();
    private final List<Person> people = new ArrayList<>();

    @AfterEach
    void everybodyGoes() {
        people.forEach(Person::close);
    }

    @Test
    void bringsTheSameMemberBackOnANewConnection() {
        var ben = add(Person.in(port, room, "Ben"));
        var lost = add(Person.connect(port));
        var first = lost.join(room, "Anna");
        ben.forget();

        lost.lose();
        var away = ben.hears("user-away");
        var anna = add(Person.connect(port));
        var answer = resume(anna, first, false);

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
        var ben = add(Person.in(port, room, "Ben"));
        var anna = add(Person.in(port, room, "Anna"));

        anna.lose();
        ben.hears("user-away");
        var carl = add(Person.connect(port));
        var members = carl.join(room, "Carl").get("members");

        assertThat(members.valueStream().filter(member -> member.get("away").booleanValue()))
                .extracting(member -> member.get("name").stringValue())
                .containsExactly("Anna");
    }

    @Test
    void closesAnOlderConnectionThatIsStillAlive() {
        var ben = add(Person.in(port, room, "Ben"));
        var older = add(Person.connect(port));
        var first = older.join(room, "Anna");
        ben.forget();

        var newer = add(Person.connect(port));
        var answer = resume(newer, first, false);

        assertThat(older.end()).isEqualTo("io server disconnect");
        assertThat(answer.get("my_id")).isEqualTo(first.get("my_id"));
        assertThat(newer.ask("share-start", "{}").get("ok").booleanValue()).isTrue();
        ben.hears("share-start");
        assertThat(ben.unasked()).containsExactly("user-back");
    }

    @Test
    void aReloadedPageEndsItsShareAndOffersAnew() {
        var ben = add(Person.in(port, room, "Ben"));
        var older = add(Person.connect(port));
        var first = older.join(room, "Anna");
        older.ask("share-start", "{}");
        ben.forget();

        var newer = add(Person.connect(port));
        resume(newer, first, true);

        assertThat(ben.hears("share-end").get("sid")).isEqualTo(first.get("my_id"));
        assertThat(ben.hears("user-back").get("fresh").booleanValue()).isTrue();
    }

    @Test
    void aReconnectedPageKeepsItsShare() {
        var older = add(Person.connect(port));
        var first = older.join(room, "Anna");
        older.ask("share-start", "{}");

        var newer = add(Person.connect(port));
        resume(newer, first, false);
        var ben = add(Person.connect(port));
        var members = ben.join(room, "Ben").get("members");

        assertThat(members.get(0).get("sharing").booleanValue()).isTrue();
    }

    @Test
    void mayBeAskedTwice() {
        var anna = add(Person.connect(port));
        var first = anna.join(room, "Anna");

        var again = resume(anna, first, false);

        assertThat(again.get("my_id")).isEqualTo(first.get("my_id"));
        assertThat(anna.isConnected()).isTrue();
    }

    @Test
    void whoLeftComesBackByTheTokenWithoutAPassword() {
        var anna = add(Person.connect(port));
        var request = "{'roomName':'%s','userNickname':'%s','roomPassword':'pw','roomCapacity':2}";
        anna.ask("create-room", request.formatted(room, "Anna"));
        var ben = add(Person.connect(port));
        ben.ask("join-room", request.formatted(room, "Ben"));
        var first = anna.ask("join-room", request.formatted(room, "Anna"));
        anna.ask("leave-room", "{}");

        var answer = resume(anna, first, false);

        assertThat(answer.get("my_id")).isEqualTo(first.get("my_id"));
        ben.hears("user-disconnect");
        ben.hears("user-connect");
        assertThat(ben.hears("user-connect").get("sid")).isEqualTo(first.get("my_id"));
    }

    @Test
    void needsATokenThatWasGiven() {
        var anna = add(Person.connect(port));

        var answer = anna.ask("resume", "{'token':'AAAAAAAAAAAAAAAAAAAAAAAA','fresh':false}");

        assertThat(answer.get("code").stringValue()).isEqualTo("MEMBER_NOT_FOUND");
    }

    private Person add(Person person) {
        people.add(person);
        return person;
    }

    private static JsonNode resume(Person person, JsonNode first, boolean fresh) {
        return person.ask(
                "resume", "{'token':%s,'fresh':%s}".formatted(first.get("resume_token"), fresh));
    }
}
