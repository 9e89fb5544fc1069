import type { ChosenDevices, DeviceChoice, DeviceList, LocalMedia } from "@eyestalk/mesh";
import { useT, type Translate } from "../i18n/index.ts";
import { canChooseSpeaker } from "../lib/browser.ts";
import { useStore } from "../lib/use-store.ts";
import styles from "./DeviceSelects.module.css";
import type { Option } from "./NativeSelect.tsx";
import { SelectField } from "./SelectField.tsx";

/** Which camera, microphone and speaker. A kind of which there is none is left out. */
export function DeviceSelects({ media }: { media: LocalMedia }) {
  const t = useT();
  const devices = useStore(media.devices);
  const chosen = useStore(media.chosen);
  return (
    <div className={styles.selects}>
      {rows(media, t).map(({ role, list, label, choose }) => (
        <DeviceSelect
          key={role}
          label={label}
          choices={devices[list]}
          chosen={chosen[role]}
          onChoose={choose}
        />
      ))}
    </div>
  );
}

interface Row {
  readonly role: keyof ChosenDevices;
  readonly list: keyof DeviceList;
  readonly label: string;
  readonly choose: (id: string) => void;
}

function rows(media: LocalMedia, t: Translate): readonly Row[] {
  const speaker: Row = {
    role: "speaker",
    list: "speakers",
    label: t("prejoin.speaker"),
    choose: (id) => media.chooseSpeaker(id),
  };
  return [
    {
      role: "camera",
      list: "cameras",
      label: t("prejoin.camera"),
      choose: (id) => void media.chooseCamera(id),
    },
    {
      role: "microphone",
      list: "microphones",
      label: t("prejoin.microphone"),
      choose: (id) => void media.chooseMicrophone(id),
    },
    ...(canChooseSpeaker() ? [speaker] : []),
  ];
}

interface DeviceSelectProps {
  label: string;
  choices: readonly DeviceChoice[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

function DeviceSelect({ label, choices, chosen, onChoose }: DeviceSelectProps) {
  const t = useT();
  if (choices.length === 0) return null;
  const options: readonly Option[] = choices.map((choice, index) => ({
    value: choice.id,
    label: choice.label || t("prejoin.deviceUnnamed", { kind: label, number: index + 1 }),
  }));
  const isKnown = choices.some(({ id }) => id === chosen);
  const shown = isKnown ? options : [{ value: "", label: t("prejoin.deviceDefault") }, ...options];
  return (
    <SelectField
      label={label}
      value={isKnown ? (chosen ?? "") : ""}
      options={shown}
      onChoose={(id) => {
        if (id !== "") onChoose(id);
      }}
    />
  );
}
