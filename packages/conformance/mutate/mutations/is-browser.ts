import type { Row } from "../mutation.ts";

export const isBrowser: Row[] = [
  ["has(({ document }) => document) ||", "", "a page without the name of a browser is none", ["browser-guard.test.ts"]],
  [
    'has(({ navigator }) => navigator.userAgent.startsWith("Mozilla/")) ||',
    "",
    "a worker of a page is no browser",
    ["browser-guard.test.ts"],
  ],
  [
    'has(({ navigator }) => navigator.product === "ReactNative")',
    "false",
    "an app of React Native is not asked",
    ["browser-guard.test.ts"],
  ],
  [
    "  } catch {\n    return false;",
    "  } catch (error) {\n    throw error;",
    "a navigator that complains breaks createClient",
    ["browser-guard.test.ts", "cannot be read"],
  ],
];
