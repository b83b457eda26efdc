import { leaveOutRejected } from "../generate/leave-out-rejected.ts";
import type { Document } from "../openapi/document.ts";

/** The next contract as `generate --skip-rejected` releases it. */
export interface Released {
  readonly document: Document;
  /** Such as `GET /pets`. */
  readonly leftOut: readonly string[];
}

/** Leaves out the operations that generation rejects, unless the last release has one of them: then it was supported. */
export function leaveOutUnreleased(release: Document, next: Document): Released {
  const { document, rejected } = leaveOutRejected(next);
  const titles = rejected.map(({ title }) => title);
  const isReleased = (title: string): boolean => {
    const [method = "", path = ""] = title.split(" ");
    return release.paths[path]?.[method.toLowerCase()] !== undefined;
  };
  return titles.length === 0 || titles.some(isReleased)
    ? { document: next, leftOut: [] }
    : { document, leftOut: titles };
}
