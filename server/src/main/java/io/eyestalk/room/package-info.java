/** Rooms, seats and admission: who may be in which room. Owns the tables. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.eyestalk.room;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
