// SPDX-FileCopyrightText: 2026 The ePattern developers
// SPDX-License-Identifier: Apache-2.0
// Builds each page as one file that needs no other: script and style stand in it.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = join(HERE, "../plugin/src/main/java/org/epattern/knime/views");
const PAGES = { navigator: "Pattern Navigator", maps: "Map View", quality: "Quality View" };
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; connect-src 'self'";

/** Hash of everything that the pages are made of; ViewPagesTest computes it again. */
function sourcesHash() {
  const files = [...readdirSync(join(HERE, "src")).map((f) => `src/${f}`), "build.mjs", "package-lock.json"].sort();
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(`${file}\n`);
    hash.update(readFileSync(join(HERE, file)));
  }
  return hash.digest("hex");
}

async function page(name, title, hash) {
  const built = await build({
    root: HERE,
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      cssCodeSplit: false,
      lib: { entry: join(HERE, "src", `${name}.ts`), formats: ["iife"], name: "ePattern", fileName: name },
    },
  });
  const output = [built].flat()[0].output;
  const script = output.find((o) => o.type === "chunk").code.replaceAll("</script", "<\\/script");
  const style = output.filter((o) => o.fileName.endsWith(".css")).map((o) => o.source).join("");
  const notice = readFileSync(join(HERE, "node_modules/uplot/LICENSE"), "utf8").trim();
  return `<!DOCTYPE html>
<!-- SPDX-FileCopyrightText: 2026 The ePattern developers
SPDX-License-Identifier: Apache-2.0
Built from ui/ by "npm run build"; do not edit. -->
${name === "navigator" ? "" : `<!-- Contains uPlot:\n${notice}\n-->\n`}<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="epattern-sources" content="${hash}">
<title>ePattern: ${title}</title>
<style>${style.trim()}</style>
</head>
<body>
<script>${script.trim()}</script>
</body>
</html>
`;
}

mkdirSync(TARGET, { recursive: true });
const hash = sourcesHash();
for (const [name, title] of Object.entries(PAGES)) {
  writeFileSync(join(TARGET, `${name}.html`), await page(name, title, hash));
}
