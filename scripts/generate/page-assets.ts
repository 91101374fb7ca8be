import { createHash } from "node:crypto";
import { buildSync } from "esbuild";
import type { GeneratedFile } from "./generated-files.ts";

const folder = "src/report/page/client";

/** The script and the style of the HTML report, bundled and minified, with what its policy allows them by. */
export function pageAssets(root: string): GeneratedFile {
  const script = bundle(root, `${folder}/main.tsx`);
  const style = bundle(root, `${folder}/styles/page.css`);
  // Either would end the element that the text stands in, whatever a string in it means.
  if (/<\/(?:script|style)|<!--/iu.test(script + style)) {
    throw new TypeError("the bundle of the report would end its own element");
  }
  const text = `// Generated from ${folder} by \`npm run generate\`.

export interface PageAsset {
  readonly text: string;
  /** In base64, as a policy names it. */
  readonly sha256: string;
}

export const pageScript: PageAsset = ${asset(script)};

export const pageStyle: PageAsset = ${asset(style)};
`;
  return { path: "src/report/generated/page-assets.ts", text };
}

function bundle(root: string, entry: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2023",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "silent",
  });
  const [file] = outputFiles;
  if (file === undefined) throw new TypeError(`nothing was bundled from ${entry}`);
  return file.text.trim();
}

function asset(text: string): string {
  const sha256 = createHash("sha256").update(text).digest("base64");
  return JSON.stringify({ text, sha256 }, null, 2);
}
