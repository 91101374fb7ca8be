import { resolve } from "node:path";
import { loadLock, type LockFault, verifyLock } from "../../src/catalog/index.ts";
import { loadConfig } from "../../src/config/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { jsonDocument } from "../../src/core/text/json-document.ts";
import { printable } from "../../src/core/text/printable.ts";
import { recoverWrites, shownPath } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { CatalogVerifyFlags } from "./catalog-flags.ts";

const schemaVersion = 1;

/** `flowproof catalog verify`: compares the files of a folder with its lock, offline. */
export async function catalogVerify(
  given: string | undefined,
  flags: CatalogVerifyFlags,
  context: CliContext,
): Promise<ExitCode> {
  const { cwd, files, stdout, stderr } = context;
  const { registries } = await loadConfig(cwd, files);
  const folder = resolve(cwd, given ?? registries.flows[0] ?? "flows");
  const shown = (path: string): string => shownPath(path, cwd);
  // What a fetch was stopped in is no damage.
  await recoverWrites(folder);
  const found = await loadLock(folder, { files, shown });
  if (found === undefined) {
    throw new AppError("CATALOG_NOT_LOCKED", `there is no lock in "${shown(folder)}"`, {
      hint: "fetch-foundational-agents and fetch-foundational-flows write one",
    });
  }
  const faults = await verifyLock(found.lock, { folder, files });
  const configs = found.lock.items.reduce((sum, { versions }) => sum + versions.length, 0);
  if (flags.format === "json") {
    const document = { schemaVersion, folder: shown(folder), configs, faults };
    stdout(jsonDocument(document));
  } else {
    stdout(faults.map((fault) => `${faultText(fault)}\n`).join(""));
    if (faults.length === 0)
      stdout(`${configs} ${configs === 1 ? "config is" : "configs are"} as the lock says\n`);
  }
  if (faults.length === 0) return exitCode.ok;
  if (flags.quiet !== true) stderr("exit 1: the folder is not as its lock says\n");
  return exitCode.findings;
}

const words: Readonly<Record<LockFault["kind"], string>> = {
  missing: "is missing; fetch with --frozen puts it back",
  changed: "was edited; fetch with --frozen --overwrite puts it back",
  unlocked: "is not in the lock, though others of its flow are",
};

function faultText({ path, kind }: LockFault): string {
  return `${printable(path)} ${words[kind]}`;
}
