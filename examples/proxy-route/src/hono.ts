// #region mount
import { Hono } from "hono";
import { proxy } from "./proxy.ts";

export const app = new Hono().all("/api/serviceform/*", (c) => proxy(c.req.raw));
// #endregion
