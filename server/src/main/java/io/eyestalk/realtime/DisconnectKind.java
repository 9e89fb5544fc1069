package io.eyestalk.realtime;

/** Why a connection ended, as far as members of a room care. */
public enum DisconnectKind {
    /** The client said goodbye (Socket.IO DISCONNECT of its own). */
    CLIENT_LEFT,
    /** The client gave no sign of life for a while: its line or its machine is dead. */
    SILENT,
    /** Anything else: the line broke, the page is gone, the server goes down. */
    LOST
}
