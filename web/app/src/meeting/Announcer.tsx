import { useT } from "../i18n/index.ts";
import { useStore } from "../lib/use-store.ts";
import type { Chat, ChatLine } from "../session/index.ts";
import { Spoken } from "../ui/Spoken.tsx";

/** Tells screen readers what others write and who comes and goes, whether the chat is open or not. */
export function Announcer({ chat }: { chat: Chat }) {
  const t = useT();
  const last = useStore(chat.lines).findLast(({ mine }) => !mine);
  return (
    <Spoken>
      <output>{last && words(last, t)}</output>
    </Spoken>
  );
}

function words({ kind, sender, text, notice }: ChatLine, t: ReturnType<typeof useT>): string {
  if (kind !== "system") return `${sender.name}: ${text}`;
  return t(`chat.${notice ?? "left"}`, { name: sender.name });
}
