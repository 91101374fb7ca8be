import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { SuitePath, SuiteReader } from "../suite/suite-reader.ts";
import type { SuiteCase } from "../suite/suite.ts";
import { brokenCanaries, CanaryPlanter, type OwnCanaries, ownCanaries } from "./canary-planter.ts";

/** What a suite says about safety for all of its cases. */
export interface SuiteSafety {
  /** Id of the suite: what is made up is made from it. */
  readonly suite: string;
  readonly canaries: OwnCanaries;
  /** Its `inject:` block. */
  readonly inject: JsonValue | undefined;
  /** Its `context:` block, with canaries in its texts. */
  readonly context: JsonValue | undefined;
  /** Those that stand there, and so in every case. */
  readonly inContext: OwnCanaries;
}

/** Reads `canaries:` and `inject:` of a suite. */
export function readSafety(source: JsonObject, reader: SuiteReader): SuiteSafety {
  const { suite, canaries, inject, context } = source;
  const id = typeof suite === "string" ? suite : "";
  reportBroken(source["tools"], ["tools"], reader);
  reportBroken(context, ["context"], reader);
  const own = readOwn(canaries, ["canaries"], reader);
  const planter = new CanaryPlanter(id, own);
  const planted = context === undefined ? undefined : planter.plant(context);
  return { suite: id, canaries: own, inject, context: planted, inContext: planter.planted() };
}

/** Reads a `canaries:` block. */
export function readOwn(
  block: JsonValue | undefined,
  path: SuitePath,
  reader: SuiteReader,
): OwnCanaries {
  const own = ownCanaries(block);
  for (const [name, text] of Object.entries(own)) {
    if (!/\{[{%#]/.test(text)) continue;
    reader.add({
      path: [...path, name],
      code: "EVAL_CANARY_INVALID",
      message: `the text of the canary "${name}" is a template`,
      hint: "write it as it is to stand in questions and results",
    });
  }
  return own;
}

/** Reports what looks like `{{ canary.name }}` and is not. */
export function reportBroken(
  value: JsonValue | undefined,
  path: SuitePath,
  reader: SuiteReader,
): void {
  for (const broken of brokenCanaries(value ?? null, path)) {
    reader.add({
      path: broken.path,
      code: "EVAL_CANARY_INVALID",
      message: `${broken.text} does not name a canary`,
      hint: "write {{ canary.name }}, the name in small letters, digits and underscores",
    });
  }
}

/** Reports what a suite says about safety and none of its cases makes use of. */
export function reportUnused(
  { canaries, inject }: SuiteSafety,
  cases: readonly SuiteCase[],
  reader: SuiteReader,
): void {
  for (const name of Object.keys(canaries)) {
    if (cases.some((each) => Object.hasOwn(each.canaries, name))) continue;
    reader.add({
      path: ["canaries", name],
      atKey: true,
      code: "EVAL_NOTHING_TO_CHECK",
      message: `the canary "${name}" stands nowhere`,
      hint: `write {{ canary.${name} }} into a question or a mock, or remove it`,
    });
  }
  if (inject === undefined || inject === false || !reader.wellFormed(["inject"])) return;
  if (cases.some(({ source }) => source["injected"] !== undefined)) return;
  reader.add({
    path: ["inject"],
    atKey: true,
    code: "EVAL_INJECT_INVALID",
    message: "no case of the suite has a mock for the instructions to stand in",
    hint: "name tools under `into` whose mocks return text",
  });
}
