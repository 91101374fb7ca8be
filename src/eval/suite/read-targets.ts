import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { listOf } from "../check/list-of.ts";
import { expectedErrors } from "../expected-errors.ts";
import { readChat } from "../target/chat/read-chat.ts";
import { checkKind } from "../target/check-kind.ts";
import { readDuoChat } from "../target/duo-chat/read-duo-chat.ts";
import { isFlowPath, readFlow } from "../target/flow/read-flow.ts";
import { readHttp } from "../target/http/read-http.ts";
import { readRecorded } from "../target/recorded/read-recorded.ts";
import type { Unnamed } from "../target/target-base.ts";
import type { TargetFrame } from "../target/target-frame.ts";
import type { Target } from "../target/target.ts";
import { type Matrix, nameJoint, type TargetVariant, targetVariants } from "./matrix.ts";
import { sessionProblems, type SessionTools } from "./session.ts";
import type { SuitePath, SuiteReader } from "./suite-reader.ts";

/** What the targets of a suite are looked up with. */
export interface TargetsFrame extends TargetFrame {
  readonly matrix: Matrix;
}

/** Reads `target:` or `targets:`; those that cannot be used are left out and reported. */
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
    if (!checkKind(value, path, frame.reader) || !checkVariants(value, path, frame)) continue;
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
    const { chat } = value;
    for (const [index, name] of listOf(isJsonObject(chat) ? chat["tools"] : undefined).entries()) {
      if (typeof name !== "string" || tools.existing.includes(name)) continue;
      const hint = didYouMean(name, tools.existing);
      const at = [...path, "chat", "tools", index];
      reader.add({ path: at, code: "TOOL_UNKNOWN", message: `there is no tool "${name}"`, hint });
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
  const { flow, version, chat } = value;
  const own = isJsonObject(chat) ? chat["model"] : undefined;
  const model = value["model"] ?? own;
  if (flow === undefined && (matrix.versions.length > 0 || matrix.models.length > 0)) {
    const fits = chat !== undefined && matrix.versions.length === 0;
    if (!fits) {
      reader.add({
        path,
        code: "EVAL_MATRIX_INVALID",
        message: "the matrix names versions or models, which this kind of target does not have",
        hint: "write the targets under `targets`, each as it is, and leave the axis out",
      });
      return false;
    }
  }
  const isFile = typeof flow === "string" && isFlowPath(flow);
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
    path: [...path, ...(own === undefined ? [] : ["chat"]), "model"],
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
): Promise<Unnamed<Target> | undefined> {
  if (!isJsonObject(value) || !frame.reader.wellFormed(path)) return undefined;
  const written = { ...value, ...variant.keys };
  const { flow, chat, http, recorded, duo_chat: duo, model } = written;
  const block = { path, model: typeof model === "string" ? model : undefined };
  try {
    if (isJsonObject(chat)) return await readChat(chat, block, frame);
    if (isJsonObject(http)) return readHttp(http, block, frame);
    if (typeof recorded === "string") return await readRecorded(recorded, block, frame);
    if (isJsonObject(duo)) return readDuoChat(duo, block, frame);
    return await readFlow(written, block, frame);
  } catch (error) {
    for (const single of expectedErrors(error)) {
      const at = flow === undefined ? path : (variant.versionPath ?? [...path, "flow"]);
      frame.reader.addError(single, at);
    }
    return undefined;
  }
}
