/** Who comes and goes in a room, and what their browsers tell each other to connect. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "room", "realtime", "turn"})
package io.eyestalk.signaling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
