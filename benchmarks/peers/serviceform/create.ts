import { createClient } from "@serviceform/client";
import type { CreatePeer } from "../../src/peer.ts";

export const create: CreatePeer = (options) => createClient(options);
