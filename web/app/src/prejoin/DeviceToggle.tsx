import type { DeviceState } from "@eyestalk/mesh";
import type { LucideIcon } from "lucide-react";
import { useT, type PlainKey } from "../i18n/index.ts";
import { classes } from "../ui/classes.ts";
import styles from "./Preview.module.css";

export interface DeviceToggleProps {
  icons: Readonly<Record<"on" | "off", LucideIcon>>;
  words: Readonly<Record<"on" | "off", PlainKey>>;
  state: DeviceState;
  onToggle: () => void;
  "data-testid": string;
}

/** Camera or microphone, on or off, in a word. */
export function DeviceToggle({ icons, words, state, onToggle, ...rest }: DeviceToggleProps) {
  const t = useT();
  const isOn = state === "on";
  const Icon = isOn ? icons.on : icons.off;
  return (
    <button
      type="button"
      className={classes(styles.toggle, !isOn && styles.off)}
      aria-pressed={isOn}
      disabled={state === "starting"}
      onClick={onToggle}
      {...rest}
    >
      <Icon size={20} aria-hidden="true" />
      <span>{t(isOn ? words.on : words.off)}</span>
    </button>
  );
}
