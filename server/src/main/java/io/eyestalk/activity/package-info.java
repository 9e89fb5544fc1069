/** What happened: documents about rooms, members and messages, for those who run the service. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "room", "chat"})
package io.eyestalk.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
