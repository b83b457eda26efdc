// #region mount
import express from "express";
import { proxy } from "./proxy.ts";

export const app = express();

app.all("/api/serviceform/{*path}", express.text({ type: "*/*" }), async (req, res) => {
  const body = req.method === "GET" ? null : String(req.body);
  const headers = { "content-type": req.get("content-type") ?? "" };
  const url = new URL(req.originalUrl, "http://localhost");
  const response = await proxy(new Request(url, { method: req.method, headers, body }));
  res
    .status(response.status)
    .type("json")
    .send(await response.text());
});
// #endregion
