import { defineConfig } from "@playwright/test";
import { findChromium } from "@serviceform/browser/find-chromium";

/** The app's address; `start-app.ts` has set it. */
const baseURL = process.env.APP_URL;

export default defineConfig({
  testMatch: "*.spec.ts",
  globalSetup: "./start-app.ts",
  workers: 1,
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 30_000 },
  outputDir: "../node_modules/.playwright",
  use: {
    ...(baseURL !== undefined && { baseURL }),
    launchOptions: {
      executablePath: findChromium(),
      // Root may not use the browser's own sandbox. The real API is out of reach, whatever a mistake would send.
      args: ["--no-sandbox", "--host-resolver-rules=MAP link.serviceform.com ~NOTFOUND"],
    },
  },
});
