import { isAbsolute, join } from "node:path";
import type { Files } from "../../core/files.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { shownPath } from "../../platform/index.ts";
import { expectedErrors } from "../expected-errors.ts";
import type { FlowCache, LoadedFlow } from "./flow-cache.ts";
import { type Matrix, nameJoint, type TargetVariant, targetVariants } from "./matrix.ts";
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
  readonly matrix: Matrix;
  /** Told of every flow that is used, with its files. */
  readonly onFlow: (flow: LoadedFlow) => void;
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
  const variants = targetVariants(frame.matrix);
  const isOne = target !== undefined;
  for (const { name, value, path } of writtenTargets(suite)) {
    if (!checkVariants(value, path, frame)) continue;
    for (const variant of variants) {
      const found = await readTarget(value, { path, variant }, frame);
      const names = [...(isOne && variant.names.length > 0 ? [] : [name]), ...variant.names];
      if (found !== undefined) read.push({ name: names.join(nameJoint), ...found });
    }
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

/** A matrix gives targets what they do not say themselves. */
function checkVariants(
  value: JsonValue,
  path: SuitePath,
  { reader, matrix }: TargetsFrame,
): boolean {
  if (!isJsonObject(value)) return true;
  const { flow, version, model } = value;
  const isFile = typeof flow === "string" && isPath(flow);
  const hasVersion = version !== undefined || (typeof flow === "string" && flow.includes("@"));
  if (matrix.versions.length > 0 && (isFile || hasVersion)) {
    reader.add({
      path: [...path, version === undefined ? "flow" : "version"],
      code: "EVAL_MATRIX_INVALID",
      message: isFile
        ? "the target is a file, which has no versions to choose from"
        : "the target and the matrix both name versions",
      hint: isFile
        ? "name the flow by its reference, or leave `version` out of the matrix"
        : "leave the version of the target out",
    });
    return false;
  }
  if (matrix.models.length === 0 || model === undefined) return true;
  reader.add({
    path: [...path, "model"],
    code: "EVAL_MATRIX_INVALID",
    message: "the target and the matrix both name models",
    hint: "leave the model of the target out",
  });
  return false;
}

async function readTarget(
  value: JsonValue,
  { path, variant }: { readonly path: SuitePath; readonly variant: TargetVariant },
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
  const { flow: written, version, model } = { ...value, ...variant.keys };
  if (typeof written !== "string" || !reader.wellFormed(path)) return undefined;
  try {
    const wanted = flowReference(written, version, frame);
    const loaded = await flows.resolve(wanted);
    frame.onFlow(loaded);
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
    for (const single of expectedErrors(error)) {
      reader.addError(single, variant.versionPath ?? [...path, "flow"]);
    }
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
