import { QueryClient } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import "./tokens.css";
import "./base.css";
import { startLanguage } from "./i18n/index.ts";
import { loadConfig } from "./lib/config.ts";
import { startReporting } from "./lib/reporting.ts";
import { startTheme } from "./lib/theme.ts";
import { followRooms } from "./lobby/live-rooms.ts";
import { connectServer } from "./session/index.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

startTheme();
const [config] = await Promise.all([loadConfig(), startLanguage()]);
startReporting(config.reports);
const link = connectServer({ transports: config.transports });
const queries = new QueryClient({ defaultOptions: { queries: { retry: 1 } } });
followRooms(link, queries);

createRoot(root).render(
  <StrictMode>
    <App link={link} config={config} queries={queries} />
  </StrictMode>,
);
