/** Messages to a room and to one person in it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "room", "realtime"})
package io.eyestalk.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
