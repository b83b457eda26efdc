// Copies the files that the pages need in addition to their compiled scripts. The build runs it in the package's
// folder.
import { cpSync, readFileSync, writeFileSync } from "node:fs";

const scalar = readFileSync("node_modules/@scalar/api-reference/dist/browser/standalone.js", "utf8");

cpSync("src/ui/assets", "dist/ui/assets", { recursive: true });
// The source map is not copied, since it is four times as large, so nothing must refer to it.
writeFileSync("dist/ui/assets/scalar.js", scalar.replace(/^\/\/# sourceMappingURL=.*$/m, ""));
