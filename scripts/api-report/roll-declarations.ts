import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";

/** The exports of the entry and their types, in one file. Other packages stay imports: they have their own reports. */
export async function rollDeclarations(entry: string): Promise<string> {
  const bundle = await rolldown({
    input: entry,
    external: /^[^./]/,
    plugins: [dts({ dtsInput: true, tsconfig: false, sourcemap: false })],
    onLog: (level, { code, message }) => {
      // Build times are no error of the declarations.
      if (level === "warn" && code !== "PLUGIN_TIMINGS") throw new Error(message);
    },
  });
  const { output } = await bundle.generate({ format: "es" });
  await bundle.close();
  const [chunk, ...others] = output;
  if (others.length > 0) throw new Error(`The declarations of ${entry} do not fit in one file.`);
  return chunk.code;
}
