import { CircleCheck, Info, TriangleAlert, Volume2, X } from "lucide-react";
import { useT, type Translate } from "../i18n/index.ts";
import { Button } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { IconButton } from "../ui/IconButton.tsx";
import type { Banner } from "./banners.ts";
import styles from "./BannerBar.module.css";

const ICONS = { warn: TriangleAlert, info: Info, ok: CircleCheck } as const;

export interface BannerBarProps {
  banner: Banner | undefined;
  onHear: () => void;
  onDismiss: (id: string) => void;
}

/** The one thing to know now. Drawn always, so that screen readers hear of what comes into it. */
export function BannerBar({ banner, onHear, onDismiss }: BannerBarProps) {
  const t = useT();
  const Icon = banner && ICONS[banner.tone];
  return (
    <output className={styles.place}>
      {banner && Icon && (
        <span className={classes(styles.banner, styles[banner.tone])}>
          <Icon size={20} aria-hidden="true" />
          <span className={styles.text}>{words(banner, t)}</span>
          {banner.kind === "autoplay" && (
            <Button tone="primary" icon={Volume2} onClick={onHear}>
              {t("banner.hear")}
            </Button>
          )}
          {banner.canDismiss && (
            <IconButton icon={X} label={t("banner.dismiss")} onClick={() => onDismiss(banner.id)} />
          )}
        </span>
      )}
    </output>
  );
}

function words({ kind, label }: Banner, t: Translate): string {
  if (kind === "camera-replaced" || kind === "microphone-replaced") {
    return t(`banner.${kind}`, { label: label ?? "" });
  }
  return t(`banner.${kind}`);
}
