import type { Overview } from "@eyestalk/protocol";
import { useMemo, useState } from "react";
import { useT } from "../i18n/index.ts";
import styles from "./Board.module.css";
import { CallCharts } from "./CallCharts.tsx";
import { ChartCard } from "./ChartCard.tsx";
import { MessagesCard } from "./MessagesCard.tsx";
import { NowTiles } from "./NowTiles.tsx";
import type { Picture } from "./plot.ts";
import { RankedBars } from "./RankedBars.tsx";
import { TimeChart } from "./TimeChart.tsx";
import type { Times } from "./times.ts";

export interface ChartsProps {
  numbers: Overview;
  times: Times;
  zone: string;
}

/** Everything there is to see, most asked for first. */
export function Charts({ numbers, times, zone }: ChartsProps) {
  const t = useT();
  const [room, setRoom] = useState("");
  const { now, today, roomsPerHour, messages } = numbers;
  return (
    <div className={styles.charts}>
      <ChartCard chart="now" title={t("dashboard.now")} zone={zone} wide>
        <NowTiles now={now} times={times} />
      </ChartCard>
      <HourChart
        chart="rooms-per-hour"
        title={t("dashboard.roomsPerHour")}
        label={t("dashboard.rooms")}
        hours={roomsPerHour}
        times={times}
        zone={zone}
        total={sum(roomsPerHour)}
      />
      <HourChart
        chart="rooms-today"
        title={t("dashboard.roomsToday")}
        label={t("dashboard.rooms")}
        hours={today.roomsPerHour}
        times={times}
        zone={zone}
        total={today.rooms}
      />
      <HourChart
        chart="people-today"
        title={t("dashboard.peopleToday")}
        label={t("dashboard.people")}
        hours={today.peoplePerHour}
        times={times}
        zone={zone}
        total={today.people}
        note={t("dashboard.peopleNote")}
      />
      <ChartCard chart="messages-per-room" title={t("dashboard.messagesPerRoom")} zone={zone}>
        <RankedBars
          nameLabel={t("dashboard.room")}
          countLabel={t("dashboard.messages")}
          rows={messages.map(({ room, count }) => ({
            key: room,
            name: <RoomButton room={room} onRoom={setRoom} />,
            count,
          }))}
          write={times.count}
          empty={t("dashboard.noMessages")}
        />
      </ChartCard>
      <MessagesCard room={room} onRoom={setRoom} times={times} />
      <CallCharts numbers={numbers} times={times} zone={zone} />
    </div>
  );
}

function RoomButton({ room, onRoom }: { room: string; onRoom: (room: string) => void }) {
  const t = useT();
  return (
    <button
      type="button"
      className={styles.roomButton}
      title={t("dashboard.messagesOf", { room })}
      onClick={() => onRoom(room)}
    >
      {room}
    </button>
  );
}

interface HourChartProps {
  chart: string;
  title: string;
  /** What is counted. */
  label: string;
  hours: Overview["roomsPerHour"];
  times: Times;
  zone: string;
  total: number;
  note?: string;
}

function HourChart({ chart, title, label, hours, times, zone, total, note }: HourChartProps) {
  const picture = useMemo<Picture>(
    () => ({
      kind: "bars",
      hours: hours.map(({ from }) => from),
      series: [{ label, colour: "--primary", values: hours.map(({ count }) => count) }],
    }),
    [hours, label],
  );
  const figure = times.count(total);
  return (
    <ChartCard chart={chart} title={title} zone={zone} figure={figure} note={note}>
      <TimeChart
        label={`${title}: ${figure}`}
        picture={picture}
        times={times}
        value={times.count}
      />
    </ChartCard>
  );
}

function sum(hours: Overview["roomsPerHour"]): number {
  return hours.reduce((all, { count }) => all + count, 0);
}
