import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import { Link, useLocation, useSearchParams } from "wouter";
import { useT } from "../i18n/index.ts";
import type { ServerLink } from "../session/index.ts";
import { Button } from "../ui/Button.tsx";
import { TopBar } from "../ui/TopBar.tsx";
import styles from "./AllRoomsPage.module.css";
import lobby from "./LobbyPage.module.css";
import { RoomListState } from "./RoomListState.tsx";
import { useRoomPage } from "./use-rooms.ts";

const PAGE_SIZE = 48;

/** Every room, page by page (전체보기). */
export function AllRoomsPage({ link }: { link: ServerLink }) {
  const t = useT();
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const page = pageOf(search.get("page"));
  const rooms = useRoomPage(link, page - 1, PAGE_SIZE);
  const pages = Math.max(1, Math.ceil(rooms.total / PAGE_SIZE));
  const go = (to: number): void => navigate(`/rooms?page=${to}`);
  return (
    <>
      <TopBar title={t("lobby.allTitle")} />
      <main className={lobby.page}>
        <div className={styles.head}>
          <Link href="/" className={styles.back}>
            <ArrowLeft size={20} aria-hidden="true" />
            {t("lobby.back")}
          </Link>
          <h1 className={styles.title}>{t("lobby.all", { total: rooms.total })}</h1>
        </div>
        <RoomListState
          rooms={rooms}
          empty={<p className={styles.empty}>{t("lobby.emptyPage")}</p>}
        />
        {pages > 1 && (
          <nav className={styles.pager} aria-label={t("lobby.pages")}>
            <Button icon={ChevronLeft} disabled={page <= 1} onClick={() => go(page - 1)}>
              {t("lobby.previous")}
            </Button>
            <span aria-current="page">{t("lobby.page", { page, pages })}</span>
            <Button icon={ChevronRight} disabled={page >= pages} onClick={() => go(page + 1)}>
              {t("lobby.next")}
            </Button>
          </nav>
        )}
      </main>
    </>
  );
}

/** Pages count from 1 in the address; nonsense is the first. */
function pageOf(text: string | null): number {
  const page = Number(text ?? 1);
  return Number.isInteger(page) && page > 0 ? page : 1;
}
