// #region mount
import express from "express";
import { forward } from "./forward.ts";

export const app = express();

app.all("/api/serviceform/{*path}", express.text({ type: "*/*" }), async (req, res) => {
  // An app with express.json() has parsed the body already.
  const text = typeof req.body === "string" ? req.body : JSON.stringify(req.body);
  const body = req.method === "GET" ? null : text;
  const headers = { "content-type": req.get("content-type") ?? "" };
  const url = new URL(req.originalUrl, "http://localhost");
  const response = await forward(new Request(url, { method: req.method, headers, body }));
  res
    .status(response.status)
    .set(Object.fromEntries(response.headers))
    .send(await response.text());
});
// #endregion
