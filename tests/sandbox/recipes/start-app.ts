import { join } from "node:path";
import { findChromium } from "@serviceform/tests-chromium/find-chromium";
import { msw } from "msw/vite";
import { createServer } from "vite";

/** Finds Chromium and serves the app on a free port for all specs; closes the server afterwards. */
export default async function startApp(): Promise<() => Promise<void>> {
  process.env.CHROMIUM_PATH = findChromium();
  const server = await createServer({
    root: join(import.meta.dirname, "app"),
    configFile: false,
    cacheDir: join(import.meta.dirname, "../node_modules/.vite-app"),
    logLevel: "error",
    plugins: [msw({ mode: "worker-only" })],
    server: { host: "127.0.0.1", port: 0, strictPort: true, hmr: false, watch: null },
  });
  await server.listen();
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error("The app has no URL.");
  process.env.APP_URL = url;
  return () => server.close();
}
