import type { ClientOptions, ServiceformClient } from "@serviceform/client";
import type { Fault, SandboxOptions } from "@serviceform/sandbox";
import type { Backend, Where } from "./backend.ts";
import type { Host } from "./host.ts";

/** One case of the suite. It throws if it fails. */
export interface Case {
  readonly title: string;
  /** The only network on which it runs. @default both */
  readonly on?: Where;
  readonly run: (stage: Stage) => Promise<void>;
}

export interface Stage {
  readonly host: Host;
  readonly where: Where;
  /** Opens a sandbox of its own and a client of it. It is closed when the case is over. */
  open(faults?: readonly Fault[], client?: ClientOptions, sandbox?: SandboxOptions): Promise<Opened>;
}

export interface Opened {
  readonly client: ServiceformClient;
  readonly backend: Backend;
  readonly options: ClientOptions;
}

/** The key of every case: it must not be printed. */
export const KEY = "k3y-S3CRET-do-not-print";
