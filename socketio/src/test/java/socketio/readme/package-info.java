/** The examples of the README, word for word, and the test that runs them. */
@NullMarked
package socketio.readme;

import org.jspecify.annotations.NullMarked;
