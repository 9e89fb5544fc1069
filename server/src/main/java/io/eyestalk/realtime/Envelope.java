package io.eyestalk.realtime;

import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RoomId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import socketio.server.EncodedEvent;

/**
 * What travels between nodes, as bytes.
 *
 * @param node which sent it
 * @param sentAt microseconds since 1970 on Redis' clock
 */
record Envelope(String node, long sentAt, Content content) {
    /** Changes with the form of what follows: a node passes over what it cannot read. */
    private static final int VERSION = 1;

    private static final int BEAT = 0;
    private static final int ONE = 1;
    private static final int EVERYONE = 2;
    private static final int OTHERS = 3;
    private static final int LOBBY = 4;
    private static final int BULLETIN = 5;

    /** What it is about. */
    sealed interface Content {
        /** Shows that the way is open. */
        record Beat() implements Content {}

        /** For people. */
        record ForPeople(News.Audience audience, EncodedEvent event) implements Content {}

        /** For the node itself, as JSON. */
        record ForNode(String kind, String json) implements Content {}
    }

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(node);
            out.writeLong(sentAt);
            switch (content) {
                case Content.Beat() -> out.writeByte(BEAT);
                case Content.ForPeople(var audience, var event) -> {
                    write(audience, out);
                    out.write(event.toBytes());
                }
                case Content.ForNode(var kind, var json) -> {
                    out.writeByte(BULLETIN);
                    out.writeUTF(kind);
                    out.write(json.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what another node sent.
     *
     * @throws IllegalArgumentException when it is of another version, or nonsense
     */
    static Envelope of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IllegalArgumentException("version " + version);
            }
            return new Envelope(in.readUTF(), in.readLong(), content(in));
        } catch (IOException cut) {
            throw new IllegalArgumentException("cut off", cut);
        }
    }

    private static void write(News.Audience audience, DataOutputStream out) throws IOException {
        switch (audience) {
            case News.Audience.One(var room, var member) -> {
                out.writeByte(ONE);
                out.writeUTF(room.value());
                out.writeUTF(member.value());
            }
            case News.Audience.Everyone(var room) -> {
                out.writeByte(EVERYONE);
                out.writeUTF(room.value());
            }
            case News.Audience.Others(var room, var except) -> {
                out.writeByte(OTHERS);
                out.writeUTF(room.value());
                out.writeUTF(except.value());
            }
            case News.Audience.Lobby() -> out.writeByte(LOBBY);
        }
    }

    private static Content content(DataInputStream in) throws IOException {
        var form = in.readUnsignedByte();
        return switch (form) {
            case BEAT -> new Content.Beat();
            case ONE -> forPeople(new News.Audience.One(room(in), member(in)), in);
            case EVERYONE -> forPeople(new News.Audience.Everyone(room(in)), in);
            case OTHERS -> forPeople(new News.Audience.Others(room(in), member(in)), in);
            case LOBBY -> forPeople(new News.Audience.Lobby(), in);
            case BULLETIN ->
                    new Content.ForNode(
                            in.readUTF(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("form " + form);
        };
    }

    private static Content forPeople(News.Audience audience, DataInputStream in)
            throws IOException {
        return new Content.ForPeople(audience, EncodedEvent.ofBytes(in.readAllBytes()));
    }

    private static RoomId room(DataInputStream in) throws IOException {
        return new RoomId(in.readUTF());
    }

    private static MemberId member(DataInputStream in) throws IOException {
        return new MemberId(in.readUTF());
    }
}
