import { print } from "../print.ts";
import { runSuite } from "../run-suite.ts";

const control = new URLSearchParams(location.search).get("control") ?? "";

await runSuite({ control, isPage: true, print, servers: {} });
