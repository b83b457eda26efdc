// #region mount
import { Hono } from "hono";
import { forward } from "./forward.ts";

export const app = new Hono().all("/api/serviceform/*", (c) => forward(c.req.raw));
// #endregion
