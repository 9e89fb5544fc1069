import { success, type Result } from "@eyestalk/mesh";
import { useState, type ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { roomNameProblem } from "../lib/entry-rules.ts";
import { createRoom, type NewRoom } from "../lib/rooms-api.ts";
import type { Problem } from "../session/index.ts";
import { Button } from "../ui/Button.tsx";
import { FormError } from "../ui/FormError.tsx";
import { LinkButton } from "../ui/LinkButton.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { seatOptions } from "../ui/seat-options.ts";
import { NicknameField, RoomPasswordField } from "./EntryFields.tsx";
import type { EntryFormProps } from "./EntryForm.tsx";
import styles from "./PreJoinPage.module.css";
import { useEntry } from "./use-entry.ts";

export type StartFormProps = Omit<EntryFormProps, "isLocked" | "isFull"> & { devices: ReactNode };

/** A link to a room that does not exist (any more): start it under that name and go in. */
export function StartForm(props: StartFormProps) {
  const { roomName, maxCapacity, defaultCapacity, entry, onEntry, devices, join } = props;
  const t = useT();
  const [capacity, setCapacity] = useState(Math.min(defaultCapacity, maxCapacity));
  const { errors, isBusy, mend, submit } = useEntry({
    roomName,
    entry,
    maxCapacity,
    isLocked: false,
    problem: roomNameProblem(roomName),
    attempt: async (request) => {
      const room = { roomName, roomCapacity: capacity, userNickname: request.nickname };
      const made = await create({ ...room, roomPassword: request.password });
      return made.ok ? join(request) : made;
    },
  });
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <NicknameField {...{ entry, onEntry, errors, mend }} />
      <SelectField
        label={t("field.capacity")}
        value={String(capacity)}
        options={seatOptions(maxCapacity, t)}
        error={errors.capacity}
        onChoose={(seats) => setCapacity(Number(seats))}
        data-testid="room-capacity"
      />
      <RoomPasswordField
        label={t("field.passwordOptional")}
        hint={t("field.passwordHint")}
        {...{ entry, onEntry, errors, mend }}
      />
      {devices}
      <FormError text={errors.form ?? errors.roomName} />
      <div className={styles.submit}>
        <Button type="submit" tone="primary" aria-disabled={isBusy} data-testid="create-room">
          {t(isBusy ? "prejoin.creating" : "prejoin.create")}
        </Button>
      </div>
      <LinkButton href="/" tone="quiet">
        {t("prejoin.lobby")}
      </LinkButton>
    </form>
  );
}

/** Somebody else may have started it in the same moment: then this is simply a room to enter. */
async function create(room: NewRoom): Promise<Result<void, Problem>> {
  const made = await createRoom(room);
  return made.ok || made.problem.code === "DUPLICATE_RESOURCE" ? success(undefined) : made;
}
