import { fileURLToPath, pathToFileURL } from "node:url";
import { rulePagePath, rules } from "../../src/lint/index.ts";
import type { CliContext } from "../context.ts";

/** Where the package may begin: the sources lie two folders below it, the build three. */
const roots: readonly string[] = ["../../", "../../../"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** The addresses of the rules' pages, as far as they lie on this machine. */
export async function rulePages({
  files,
}: Pick<CliContext, "files">): Promise<(rule: string) => string | undefined> {
  const addresses = new Map<string, string>();
  const present = new Map<string, boolean>();
  for (const root of roots) {
    for (const rule of rules.all()) {
      const [page = "", anchor] = rulePagePath(rule).split("#");
      const path = `${root}${page}`;
      if (!present.has(path)) present.set(path, (await files.read(path)) !== undefined);
      if (present.get(path) !== true || addresses.has(rule.id)) continue;
      const { href } = pathToFileURL(path);
      addresses.set(rule.id, anchor === undefined ? href : `${href}#${anchor}`);
    }
  }
  return (rule) => addresses.get(rule);
}
