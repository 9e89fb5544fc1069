import type { ComponentProps } from "react";

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What one chooses from, and what has been chosen. */
export interface Choice {
  value: string;
  options: readonly Option[];
  onChoose: (value: string) => void;
}

export interface NativeSelectProps
  extends Omit<ComponentProps<"select">, keyof Choice | "onChange" | "children">, Choice {}

/** A select without a label: every platform brings its own best one. */
export function NativeSelect({ options, onChoose, ...rest }: NativeSelectProps) {
  return (
    <select {...rest} onChange={(event) => onChoose(event.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
