import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { precompress } from "./precompress.ts";

const SERVER = "http://localhost:8080";

/** What the server answers itself, see docs/protocol.md. */
const toServer = {
  "^/room(/|\\?|$)": SERVER,
  "/api": SERVER,
  "/dashboard/api": SERVER,
  "/socket.io": { target: SERVER, ws: true },
};

export default defineConfig({
  plugins: [react(), precompress()],
  build: {
    // The page is served under `script-src 'self'`: nothing may be inlined as data: URLs.
    assetsInlineLimit: 0,
    // With native light-dark(), which a rewritten one would resolve at :root only: the meeting is
    // dark in both themes by its own `color-scheme`.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    manifest: true,
    modulePreload: { polyfill: false },
  },
  server: { proxy: toServer },
  preview: { proxy: toServer },
});
