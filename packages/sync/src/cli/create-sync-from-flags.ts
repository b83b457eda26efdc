import type { ServiceformClient } from "@serviceform/client";
import { createSync, type Sync } from "../create-sync.js";
import { STREAM_NAMES, type StreamName } from "../streams.js";
import { createClientFromFlags } from "./create-client-from-flags.js";
import type { CommandIo } from "./io.js";
import { openTarget } from "./open-target.js";
import { durationOf, type FlagValues, shareOf, textOf } from "./parse-flags.js";
import { createRedactionFromFlags } from "./redaction-from-flags.js";
import { UsageError } from "./usage-error.js";

const DAY_MS = 86_400_000;

/** A mirror for a command that calls the API. */
export async function createSyncFromFlags(values: FlagValues, io: CommandIo): Promise<Sync> {
  const streams = streamsOf(values);
  const maxDeleteShare = shareOf(values, "max-delete");
  const eraseAfterMs = durationOf(values, "erase-after");
  const redact = await createRedactionFromFlags(values, io);
  const target = await openTarget(targetOf(values, io));
  return createSync({
    client: await createClientFromFlags(values, io),
    target,
    account: accountOf(values),
    streams,
    messages: values.messages === true,
    guards: maxDeleteShare === undefined ? {} : { maxDeleteShare },
    eraseAfterDays: eraseAfterMs === undefined ? undefined : eraseAfterMs / DAY_MS,
    redact,
  });
}

/** Creates a mirror for a command that only reads or purges it, and so needs no key. */
export async function createOfflineSync(values: FlagValues, io: CommandIo): Promise<Sync> {
  const redact = await createRedactionFromFlags(values, io);
  const target = await openTarget(targetOf(values, io));
  // These commands call no method of the client.
  const client = {} as ServiceformClient;
  return createSync({ client, target, account: accountOf(values), streams: streamsOf(values), redact });
}

function accountOf(values: FlagValues): string {
  return textOf(values, "account") ?? textOf(values, "profile") ?? "default";
}

function targetOf(values: FlagValues, { env }: CommandIo): string {
  const to = textOf(values, "to") ?? env.SERVICEFORM_SYNC_TO?.trim();
  if (!to) throw new UsageError("--to is required; or set SERVICEFORM_SYNC_TO");
  return to;
}

export function streamsOf(values: FlagValues): readonly StreamName[] {
  const names = textOf(values, "streams")?.split(",") ?? STREAM_NAMES;
  return names.map((name) => {
    const stream = STREAM_NAMES.find((known) => known === name);
    if (!stream) throw new UsageError(`unknown stream "${name}" in --streams; expected ${STREAM_NAMES.join(", ")}`);
    return stream;
  });
}
