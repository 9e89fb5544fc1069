import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { Field } from "../ui/Field.tsx";
import styles from "./MessagesCard.module.css";
import { readPrivateKey, type PrivateKey } from "./private-key.ts";

/** A key of 8192 bits is 6.5 kB as PEM: whatever is larger is no key. Bytes. */
const LARGEST = 64_000;

export interface KeyChooserProps {
  keys: readonly PrivateKey[];
  onKeys: (keys: readonly PrivateKey[]) => void;
}

/** Takes private keys from files. They are read here, kept in memory, and gone with the page. */
export function KeyChooser({ keys, onKeys }: KeyChooserProps) {
  const t = useT();
  const [isUnreadable, setUnreadable] = useState(false);
  const [canRead] = useState(hasCrypto);

  async function take(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const read = await Promise.all(files.map(keyIn));
    setUnreadable(read.some((key) => key === undefined));
    onKeys(read.filter((key) => key !== undefined));
  }

  const error = canRead ? isUnreadable && t("dashboard.keyUnreadable") : t("dashboard.keyInsecure");
  return (
    <Field
      label={t("dashboard.key")}
      hint={keys.length > 0 ? t("dashboard.keys", { count: keys.length }) : undefined}
      error={error || undefined}
    >
      {(control) => (
        <input
          {...control}
          type="file"
          multiple
          accept=".pem,.key,.jwk,.json"
          disabled={!canRead}
          className={styles.file}
          data-testid="private-key"
          onChange={(event) => void take([...(event.target.files ?? [])])}
        />
      )}
    </Field>
  );
}

async function keyIn(file: File): Promise<PrivateKey | undefined> {
  if (file.size > LARGEST) return undefined;
  const read = await readPrivateKey(await file.text());
  return read.ok ? read.value : undefined;
}

/** Absent on pages that did not come over TLS (W3C Secure Contexts), whatever lib.dom says. */
function hasCrypto(): boolean {
  const here: Partial<Crypto> = crypto;
  return here.subtle !== undefined;
}
