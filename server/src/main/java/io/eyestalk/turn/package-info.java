/** STUN and TURN: which servers a member's browser may use, with credentials that end soon. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.eyestalk.turn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
