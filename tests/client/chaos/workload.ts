import { isServiceformError, type ServiceformClient } from "@serviceform/client";
import type { Item, Lead, Space } from "@serviceform/types";

/** The result of a write to an item that no other call changes. */
export interface Report {
  readonly operation: "createItem" | "updateItem" | "deleteItem";
  readonly name: string;
  readonly itemId: string | undefined;
  readonly ok: boolean;
  readonly mayHaveSucceeded: boolean;
}

/** The content of the store before the first call. */
export interface Baseline {
  readonly spaces: readonly Space[];
  readonly leads: readonly Lead[];
  readonly spaceId: string;
  /** Items that exist before the first call, three for every ten calls. */
  readonly targets: readonly Item[];
}

type Result<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly may: boolean };

/** Every kind of call in turn, with the result of each. */
export class Workload {
  readonly reports: Report[] = [];
  readonly problems: string[] = [];
  /** How many calls failed. */
  failed = 0;
  readonly #baseline: Baseline;

  constructor(baseline: Baseline) {
    this.#baseline = baseline;
  }

  /** Makes the call with this number; kinds of calls take turns. */
  async call(client: ServiceformClient, index: number): Promise<void> {
    const { spaces, leads, spaceId, targets } = this.#baseline;
    const turn = index % 10;
    const name = `call-${index}`;
    const itemId = targets[Math.floor(index / 10) * 3 + (turn % 3)]?.id ?? "";
    const even = index % 20 < 10;
    if (turn < 3) return this.#write("createItem", name, client.createItem({ spaceId, primary_field: name }));
    if (turn === 3)
      return this.#write("updateItem", name, client.updateItem({ spaceId, itemId, primary_field: name }), itemId);
    if (turn === 4) return this.#write("deleteItem", name, client.deleteItem({ spaceId, itemId }), itemId);
    if (turn === 5) return this.#read(name, client.getItem({ spaceId, itemId }), ({ id }) => id === itemId);
    if (turn === 6) return this.#stream(name, client);
    if (turn === 7) return this.#read(name, client.listLeads(), (data) => isSame(data, leads));
    if (turn === 8 && even) return this.#read(name, client.listSpaces(), (data) => isSame(data, spaces));
    if (turn === 8) return this.#read(name, client.listItems({ spaceId }), Array.isArray);
    if (even) return this.#read(name, client.getChatStatistics(), ({ totalChats = 0 }) => totalChats > 0);
    return this.#read(name, client.listChats({ limit: 3 }), ({ length }) => length === 3);
  }

  /** A call returns data or throws a typed error; anything else is a problem. */
  async #attempt<Data>(call: Promise<Data>): Promise<Result<Data>> {
    try {
      return { ok: true, data: await call };
    } catch (error) {
      this.failed += 1;
      if (!isServiceformError(error) || error.name === "ConfigurationError")
        this.problems.push(`untyped: ${String(error)}`);
      return { ok: false, may: isServiceformError(error) && error.mayHaveSucceeded };
    }
  }

  #expect(name: string, is: boolean, what: string): void {
    if (!is) this.problems.push(`${name}: ${what}`);
  }

  async #write(operation: Report["operation"], name: string, call: Promise<Item | undefined>, itemId?: string) {
    const result = await this.#attempt(call);
    const item = result.ok ? result.data : undefined;
    if (item) this.#expect(name, item.primary_field === name, "another item came back");
    const mayHaveSucceeded = !result.ok && result.may;
    this.reports.push({ operation, name, itemId: itemId ?? item?.id, ok: result.ok, mayHaveSucceeded });
  }

  async #read<Data>(name: string, call: Promise<Data>, fits: (data: Data) => boolean) {
    const result = await this.#attempt(call);
    if (result.ok) this.#expect(name, fits(result.data), "wrong data");
  }

  async #stream(name: string, client: ServiceformClient) {
    const { leads } = this.#baseline;
    const seen: Lead[] = [];
    const download = async () => {
      for await (const lead of client.stream.listLeads()) seen.push(lead);
    };
    const { ok } = await this.#attempt(download());
    this.#expect(name, isSame(seen, ok ? leads : leads.slice(0, seen.length)), "wrong data");
  }
}

/** Results of calls that differ from the store. */
export function findInconsistencies(reports: readonly Report[], items: readonly Item[]): string[] {
  return reports.flatMap((report) => {
    const { operation, name, itemId, ok, mayHaveSucceeded } = report;
    const found = items.filter((item) =>
      operation === "deleteItem" ? item.id === itemId : item.primary_field === name,
    );
    const isDone = operation === "deleteItem" ? found.length === 0 : found.length > 0;
    return [
      ...(operation === "createItem" && found.length > 1 ? [`${name}: created ${found.length} times`] : []),
      ...(ok && !isDone ? [`${name}: ${operation} is lost`] : []),
      ...(ok && isDone && found.some(({ id }) => id !== itemId) ? [`${name}: ${operation} of another item`] : []),
      ...(!ok && isDone && !mayHaveSucceeded ? [`${name}: ${operation} is done, but the error hides it`] : []),
    ];
  });
}

function isSame(received: unknown, expected: unknown): boolean {
  return JSON.stringify(received) === JSON.stringify(expected);
}
