import { aborts } from "./aborts.ts";
import { baseUrls } from "./base-urls.ts";
import { basics } from "./basics.ts";
import { bodies } from "./bodies.ts";
import { byPath } from "./by-path.ts";
import type { Case } from "./case.ts";
import { deletes } from "./deletes.ts";
import { headers } from "./headers.ts";
import { inputs } from "./inputs.ts";
import { invalidArrays } from "./invalid-arrays.ts";
import { keys } from "./keys.ts";
import { mayHaveSucceeded } from "./may-have-succeeded.ts";
import { mistakenKeys } from "./mistaken-keys.ts";
import { options } from "./options.ts";
import { pathValues } from "./path-values.ts";
import { queries } from "./queries.ts";
import { redirects } from "./redirects.ts";
import { repeatedHeaders } from "./repeated-headers.ts";
import { responses } from "./responses.ts";
import { retries } from "./retries.ts";
import { retryAfter } from "./retry-after.ts";
import { streamElements } from "./stream-elements.ts";
import { streamEndings } from "./stream-endings.ts";
import { time } from "./timeouts.ts";

/** Every case by topic that needs nothing of Node.js, and so runs in each runtime. */
export const portableCases: (readonly [topic: string, cases: readonly Case[]])[] = Object.entries({
  basics,
  keys,
  mistakenKeys,
  baseUrls,
  pathValues,
  inputs,
  queries,
  bodies,
  options,
  headers,
  repeatedHeaders,
  redirects,
  retries,
  retryAfter,
  deletes,
  mayHaveSucceeded,
  time,
  aborts,
  responses,
  invalidArrays,
  streamElements,
  streamEndings,
  byPath,
});
