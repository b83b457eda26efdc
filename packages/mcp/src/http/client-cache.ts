import type { ServiceformClient } from "@serviceform/client";
import type { ClientFactory } from "../cli/create-client-factory.js";

/** Cursors and confirmations belong to a client, so requests with the same key share one. */
const MAX_CLIENTS = 100;

/** The clients by key; that of a least recently used key is created again. Without a key, the client of the process. */
export interface ClientCache {
  (apiKey: string | undefined): ServiceformClient;
  /** Whether the header of a request has a valid key. */
  hasKey(header: string | readonly string[] | undefined): boolean;
}

export function createClientCache(clients: ClientFactory): ClientCache {
  const cache = new Map<string, ServiceformClient>();
  const clientOf = (apiKey: string | undefined): ServiceformClient => {
    if (apiKey === undefined) return clients.own();
    const client = cache.get(apiKey) ?? clients.create(apiKey);
    cache.delete(apiKey);
    cache.set(apiKey, client);
    const [oldest] = cache.keys();
    if (oldest !== undefined && cache.size > MAX_CLIENTS) cache.delete(oldest);
    return client;
  };
  const hasKey = (header: string | readonly string[] | undefined): boolean => {
    try {
      clientOf(header?.toString());
      return true;
    } catch {
      return false;
    }
  };
  return Object.assign(clientOf, { hasKey });
}
