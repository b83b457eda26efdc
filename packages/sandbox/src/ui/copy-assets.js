// What the pages need beside their compiled scripts. Run by the build, in the package's own folder.
import { cpSync, readFileSync, writeFileSync } from "node:fs";

const scalar = readFileSync("node_modules/@scalar/api-reference/dist/browser/standalone.js", "utf8");

cpSync("src/ui/assets", "dist/ui/assets", { recursive: true });
// Its source map is four times its size and stays out, so nothing should ask for it.
writeFileSync("dist/ui/assets/scalar.js", scalar.replace(/^\/\/# sourceMappingURL=.*$/m, ""));
