import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import type { ClientConfig } from "@eyestalk/protocol";
import { lazy, Suspense, useState } from "react";
import { Route, Switch, useLocation } from "wouter";
import { learn } from "./i18n/index.ts";
import { roomNameOf, roomPath } from "./lib/links.ts";
import { AllRoomsPage } from "./lobby/AllRoomsPage.tsx";
import type { CreatedEntry } from "./lobby/CreateRoomDialog.tsx";
import { LobbyPage } from "./lobby/LobbyPage.tsx";
import type { ServerLink } from "./session/index.ts";
import { ErrorBoundary } from "./ui/ErrorBoundary.tsx";
import { LoadingPage } from "./ui/LoadingPage.tsx";
import { NotFoundPage } from "./ui/NotFoundPage.tsx";

/** Everything of a meeting is a chunk of its own: the lobby does not pay for it. */
const RoomPage = lazy(async () => ({ default: (await import("./RoomPage.tsx")).RoomPage }));

const CheckPage = lazy(async () => ({
  default: (await import("./check/CheckPage.tsx")).CheckPage,
}));

const DashboardPage = lazy(async () => {
  const [page] = await Promise.all([import("./dashboard/DashboardPage.tsx"), learn("dashboard")]);
  return { default: page.DashboardPage };
});

export interface AppProps {
  link: ServerLink;
  config: ClientConfig;
  queries: QueryClient;
}

/** The screens and the addresses that lead to them. */
export function App({ link, config, queries }: AppProps) {
  const [, navigate] = useLocation(); // draws anew on every change of the address
  const [created, setCreated] = useState<CreatedEntry>();
  const roomName = roomNameOf(window.location.pathname);
  return (
    <QueryClientProvider client={queries}>
      <ErrorBoundary>
        <Switch>
          <Route path="/">
            <LobbyPage
              link={link}
              maxCapacity={config.maxCapacity}
              defaultCapacity={config.defaultCapacity}
              onCreated={(entry) => {
                setCreated(entry);
                navigate(roomPath(entry.roomName));
              }}
              onEnter={(name) => navigate(roomPath(name))}
            />
          </Route>
          <Route path="/rooms">
            <AllRoomsPage link={link} />
          </Route>
          <Route path="/check">
            <Suspense fallback={<LoadingPage />}>
              <CheckPage link={link} />
            </Suspense>
          </Route>
          <Route path="/dashboard">
            <Suspense fallback={<LoadingPage />}>
              <DashboardPage />
            </Suspense>
          </Route>
          <Route path="/r/*">
            {roomName ? (
              <Suspense fallback={<LoadingPage />}>
                <RoomPage
                  key={roomName}
                  link={link}
                  config={config}
                  roomName={roomName}
                  created={created?.roomName === roomName ? created : undefined}
                />
              </Suspense>
            ) : (
              <NotFoundPage />
            )}
          </Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </ErrorBoundary>
    </QueryClientProvider>
  );
}
