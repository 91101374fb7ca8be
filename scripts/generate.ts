// Writes what follows from the schemas of our file formats. With --check it only says which of the
// committed files differ from what it would write, and fails if any does.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { editorSchemas, formats } from "./formats.ts";
import { committedFiles, type GeneratedFile, validatorFiles } from "./generate/generated-files.ts";
import { pageAssets } from "./generate/page-assets.ts";
import { staleFiles } from "./generate/stale-files.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A file that is as it should be stays untouched, and with it whatever watches or reads it. */
function write({ path, text }: GeneratedFile): void {
  const target = join(root, path);
  if (existsSync(target) && readFileSync(target, "utf8") === text) return;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.tmp`, text);
  renameSync(`${target}.tmp`, target);
}

function removeOthers(folder: string, kept: readonly GeneratedFile[]): void {
  const names = new Set(kept.map(({ path }) => basename(path)));
  for (const name of readdirSync(join(root, folder))) {
    if (!names.has(name)) rmSync(join(root, folder, name), { recursive: true });
  }
}

/** Folders that hold nothing but what is generated. */
const ownFolders = ["docs/rules", "schemas"];

/** The files as they are now, with those in our folders that nothing generates any more. */
function readCommitted(expected: readonly GeneratedFile[]): ReadonlyMap<string, string> {
  const own = ownFolders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
  const paths = new Set([...expected.map(({ path }) => path), ...own]);
  const present = [...paths].filter((path) => existsSync(join(root, path)));
  return new Map(present.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

const expected = committedFiles(editorSchemas);
if (process.argv.includes("--check")) {
  const stale = staleFiles(expected, readCommitted(expected));
  for (const { path, reason } of stale) process.stderr.write(`${path}: ${reason}\n`);
  if (stale.length > 0) {
    process.stderr.write("run `npm run generate` and commit what it writes\n");
    process.exitCode = 1;
  }
} else {
  const validators = validatorFiles(formats);
  const assets = pageAssets(root);
  for (const file of [...expected, ...validators, assets]) write(file);
  removeOthers("src/schema/generated", validators);
  removeOthers("src/report/generated", [assets]);
}
