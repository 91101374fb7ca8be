import { isAbsolute, join } from "node:path";
import type { Files } from "../../core/files.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { shownPath } from "../../platform/index.ts";
import { expectedErrors } from "../expected-errors.ts";
import type { FlowCache } from "./flow-cache.ts";
import { sessionOf, sessionProblems, type SessionTools } from "./session.ts";
import type { SuitePath, SuiteReader } from "./suite-reader.ts";
import type { Target } from "./suite.ts";

/** What the targets of a suite are looked up with. */
export interface TargetsFrame {
  readonly reader: SuiteReader;
  readonly files: Files;
  /** Folder of the suite's file, absolute. */
  readonly folder: string;
  /** Working directory, absolute. */
  readonly cwd: string;
  readonly flows: FlowCache;
}

/** Kinds of targets that the format has a name for, besides a flow. */
const otherKinds = ["chat", "duo_chat", "http", "recorded"];

/** Reads `target:` or `targets:`; those whose flow cannot be used are left out and reported. */
export async function readTargets(suite: JsonObject, frame: TargetsFrame): Promise<Target[]> {
  const { target, targets } = suite;
  if ((target === undefined) === (targets === undefined)) {
    frame.reader.add({
      path: target === undefined ? ["suite"] : ["targets"],
      code: "EVAL_TARGET_INVALID",
      atKey: true,
      message:
        target === undefined
          ? "the suite names no target"
          : "the suite has both `target` and `targets`",
      hint: "write `target: { flow: … }`, or `targets:` with a name for each",
    });
  }
  const read: Target[] = [];
  for (const { name, value, path } of writtenTargets(suite)) {
    const found = await readTarget(value, path, frame);
    if (found !== undefined) read.push({ name, ...found });
  }
  return read;
}

/** A target as the suite writes it. */
interface WrittenTarget {
  readonly name: string;
  readonly value: JsonValue;
  readonly path: SuitePath;
}

function writtenTargets({ target, targets }: JsonObject): readonly WrittenTarget[] {
  return [
    ...(target === undefined ? [] : [{ name: "default", value: target, path: ["target"] }]),
    ...Object.entries(isJsonObject(targets) ? targets : {}).map(([name, value]) => {
      return { name, value, path: ["targets", name] };
    }),
  ];
}

/** Holds what targets say about their sessions against the tools that there are. */
export function checkSessions(suite: JsonObject, tools: SessionTools, reader: SuiteReader): void {
  for (const { value, path } of writtenTargets(suite)) {
    if (!isJsonObject(value)) continue;
    for (const problem of sessionProblems(value, tools)) {
      const at = [...path, ...problem.path];
      if (reader.wellFormed(at)) reader.add({ ...problem, path: at });
    }
  }
}

async function readTarget(
  value: JsonValue,
  path: SuitePath,
  frame: TargetsFrame,
): Promise<Omit<Target, "name"> | undefined> {
  const { reader, files, cwd, flows } = frame;
  if (!isJsonObject(value)) return undefined;
  const other = otherKinds.find((kind) => Object.hasOwn(value, kind));
  if (other !== undefined) {
    reader.settle(path);
    reader.add({
      path: [...path, other],
      code: "EVAL_NOT_SUPPORTED",
      atKey: true,
      message: `targets of the kind "${other}" are not supported yet`,
      hint: "a target is a flow: `{ flow: <reference or path>, version: … }`",
    });
    return undefined;
  }
  const { flow: written, version, model } = value;
  if (typeof written !== "string" || !reader.wellFormed(path)) return undefined;
  try {
    const wanted = flowReference(written, version, frame);
    const loaded = await flows.resolve(wanted);
    const { flow, version: resolved, path: file, registries, registryTexts } = loaded;
    return {
      flow,
      reference: written,
      version: resolved,
      versionIsDefault: !isPath(written) && version === undefined && !written.includes("@"),
      source: (await files.read(isAbsolute(file) ? file : join(cwd, file))) ?? "",
      model: typeof model === "string" ? model : undefined,
      session: sessionOf(value),
      registries,
      registryTexts,
    };
  } catch (error) {
    for (const single of expectedErrors(error)) reader.addError(single, [...path, "flow"]);
    return undefined;
  }
}

/** What the registry understands: a path from the working directory, or `reference@constraint`. */
function flowReference(
  written: string,
  version: JsonValue | undefined,
  { folder, cwd }: TargetsFrame,
): string {
  if (isPath(written)) {
    return shownPath(isAbsolute(written) ? written : join(folder, written), cwd);
  }
  return typeof version === "string" ? `${written}@${version}` : written;
}

function isPath(written: string): boolean {
  return written.includes("/") || written.includes("\\") || /\.ya?ml$/iu.test(written);
}
