/** Values every module needs: ids, names, error codes. No beans, no framework. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.eyestalk.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
