import { initials, personColour } from "../lib/person.ts";
import { classes } from "./classes.ts";
import styles from "./Avatar.module.css";

/** Initials on a colour made from the name. The name itself stands beside it, so this is hidden. */
export function Avatar({ name, size = "small" }: { name: string; size?: "small" | "tile" }) {
  return (
    <span
      className={classes(styles.avatar, styles[size], styles[`person${personColour(name)}`])}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  );
}
