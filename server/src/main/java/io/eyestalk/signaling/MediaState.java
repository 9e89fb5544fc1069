package io.eyestalk.signaling;

/**
 * What a member sends now.
 *
 * @param audio whether the microphone is on
 * @param video whether the camera is on
 * @param sharing whether a screen is shared
 */
record MediaState(boolean audio, boolean video, boolean sharing) {
    /** What is assumed of clients that never tell, as those of 2022. */
    static final MediaState UNTOLD = new MediaState(true, true, false);

    MediaState with(boolean newAudio, boolean newVideo) {
        return new MediaState(newAudio, newVideo, sharing);
    }

    MediaState sharing(boolean now) {
        return new MediaState(audio, video, now);
    }
}
