import { startServer } from "@serviceform/sandbox/server";

export const start = () => startServer({ port: 0 });
export const chats = async () => (await start()).sandbox.store.chats;
