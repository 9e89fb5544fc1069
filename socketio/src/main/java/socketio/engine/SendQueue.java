package socketio.engine;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Frames in the order they were sent. Empty, it holds nothing. Not thread-safe. */
final class SendQueue {
    private @Nullable Node head;
    private @Nullable Node tail;
    private int bytes;

    private static final class Node {
        final ByteBuf frames;
        @Nullable Node next;

        Node(ByteBuf frames) {
            this.frames = frames;
        }
    }

    void add(ByteBuf frames) {
        var node = new Node(frames);
        if (tail == null) {
            head = node;
        } else {
            tail.next = node;
        }
        tail = node;
        bytes += frames.readableBytes();
    }

    /** The oldest frames, now owned by the caller; null when empty. */
    @Nullable ByteBuf poll() {
        var node = head;
        if (node == null) {
            return null;
        }
        head = node.next;
        if (head == null) {
            tail = null;
        }
        bytes -= node.frames.readableBytes();
        return node.frames;
    }

    boolean isEmpty() {
        return head == null;
    }

    int bytes() {
        return bytes;
    }

    void release() {
        for (var frames = poll(); frames != null; frames = poll()) {
            frames.release();
        }
    }
}
