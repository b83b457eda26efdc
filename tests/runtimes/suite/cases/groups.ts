import type { Case } from "../case.ts";
import type { Host } from "../host.ts";
import { aborts } from "./aborts.ts";
import { conformance } from "./conformance.ts";
import { errors } from "./errors.ts";
import { hooks } from "./hooks.ts";
import { mounts } from "./mounts.ts";
import { operations } from "./operations.ts";
import { pages } from "./pages.ts";
import { paths } from "./paths.ts";
import { redirects } from "./redirects.ts";
import { requests } from "./requests.ts";
import { resets, retries } from "./retries.ts";
import { safeResults } from "./safe-results.ts";
import { secrets } from "./secrets.ts";
import { seedData } from "./seed-data.ts";
import { streams } from "./streams.ts";
import { timeouts } from "./timeouts.ts";
import { validation } from "./validation.ts";

/** Every case by topic, in the order of the matrix. */
export function groups(host: Host): readonly (readonly [group: string, cases: readonly Case[]])[] {
  return Object.entries({
    conformance: conformance(host),
    operations,
    errors,
    requests,
    redirects,
    retries,
    aborts,
    timeouts,
    streams,
    safe: safeResults,
    hooks,
    validation,
    paths,
    secrets,
    seedData,
    mounts: mounts(host),
    ...(host.isPage ? { pages } : { resets }),
  });
}
