// Generated from spec/, do not edit: run `npx -y pnpm@12 generate`.

import type { Route } from "../route.js";

/** The paths of the contract, in the order in which they match. */
export const routes: readonly Route[] = [
  { path: "/flex/spaces/{spaceId}/items/{itemId}", keys: ["spaceId","itemId"], pattern: /^\/flex\/spaces\/([^\/]+)\/items\/([^\/]+)$/ },
  { path: "/flex/spaces/{spaceId}/items", keys: ["spaceId"], pattern: /^\/flex\/spaces\/([^\/]+)\/items$/ },
  { path: "/flex/spaces", keys: [], pattern: /^\/flex\/spaces$/ },
  { path: "/statistics/chat", keys: [], pattern: /^\/statistics\/chat$/ },
  { path: "/leads", keys: [], pattern: /^\/leads$/ },
  { path: "/chats", keys: [], pattern: /^\/chats$/ },
];
