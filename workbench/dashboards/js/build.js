// Bundles each widget into one ES module under ../static, with the licence of what is bundled beside it.
import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const widgets = ["grid", "filters", "pane", "verdict", "keys", "upload", "dialog", "download"];
const target = join(here, "..", "static");

await mkdir(target, { recursive: true });
await build({
  entryPoints: widgets.map((name) => join(here, "src", `${name}.js`)),
  outdir: target,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  logLevel: "info",
});
for (const library of ["ag-grid-community", "ag-stack"]) {
  await copyFile(join(here, "node_modules", library, "LICENSE.txt"), join(target, `${library}.LICENSE.txt`));
}
