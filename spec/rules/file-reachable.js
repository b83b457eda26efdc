import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Linters see only what they reach, so an orphan rots unnoticed. `except` names files with another reader. */
export default function fileReachable({ except = [] }) {
  const reached = new Set();

  return {
    ref: {
      enter(_ref, _context, { location: target }) {
        if (target) reached.add(target.source.absoluteRef);
      },
    },
    Root: {
      leave(_root, { location, report }) {
        const root = location.source.absoluteRef;
        const folder = dirname(root);
        const exclude = ["node_modules/**", basename(root), ...except];
        for (const file of globSync("**/*.{yaml,yml}", { cwd: folder, exclude }).sort()) {
          if (reached.has(join(folder, file))) continue;
          report({ message: `Refer to ${file} with a $ref or delete it: nothing in openapi.yaml reaches it.` });
        }
      },
    },
  };
}
