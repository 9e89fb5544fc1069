/** EyesTalk: video meetings for small rooms. Each direct sub-package is a module. */
@NullMarked
package io.eyestalk;

import org.jspecify.annotations.NullMarked;
