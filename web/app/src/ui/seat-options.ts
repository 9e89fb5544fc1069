import type { Translate } from "../i18n/index.ts";
import type { Option } from "./NativeSelect.tsx";

const FEWEST = 2;

/** The choices of how many people a room may hold. */
export function seatOptions(max: number, t: Translate): readonly Option[] {
  return Array.from({ length: max - FEWEST + 1 }, (_, index) => {
    const count = index + FEWEST;
    return { value: String(count), label: t("field.capacityOption", { count }) };
  });
}
