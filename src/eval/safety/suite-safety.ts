import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { SuitePath, SuiteReader } from "../suite/suite-reader.ts";
import type { SuiteCase } from "../suite/suite.ts";
import { brokenCanaries, CanaryPlanter, type OwnCanaries, ownCanaries } from "./canary-planter.ts";
import { createCanaryFinder } from "./find-secrets.ts";
import { looksForSecrets, namedCanaries } from "./sought-canaries.ts";

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
  /** What cases have told already, so that nothing is told twice. */
  readonly told: Set<string>;
}

/** Reads `canaries:` and `inject:` of a suite. */
export function readSafety(source: JsonObject, reader: SuiteReader): SuiteSafety {
  const { suite, canaries, inject, context } = source;
  const id = typeof suite === "string" ? suite : "";
  reportBroken(source["tools"], ["tools"], reader);
  reportBroken(source["fakes"], ["fakes"], reader);
  reportBroken(context, ["context"], reader);
  const own = readOwn(canaries, ["canaries"], reader);
  const planter = new CanaryPlanter(id, own);
  const planted = context === undefined ? undefined : planter.plant(context);
  const inContext = planter.planted();
  return { suite: id, canaries: own, inject, context: planted, inContext, told: new Set() };
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
  safety: SuiteSafety,
  cases: readonly SuiteCase[],
  reader: SuiteReader,
): void {
  const { canaries, inject } = safety;
  reportUnsought(safety, cases, reader);
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

/** Canaries that the suite plants for its cases, of which none looks for them. */
function reportUnsought(
  { inContext, told }: SuiteSafety,
  cases: readonly SuiteCase[],
  reader: SuiteReader,
): void {
  const sought = new Set(
    cases.filter(looksForSecrets).flatMap((each) => Object.keys(each.canaries)),
  );
  for (const each of cases) for (const name of namedCanaries(each.source)) sought.add(name);
  const values = new Map(cases.flatMap((each) => Object.entries(each.canaries)));
  for (const [name, value] of [...values].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (sought.has(name) || told.has(name)) continue;
    const tool = Object.hasOwn(inContext, name) ? undefined : toolWith(value, cases);
    reader.add({
      path: tool === undefined ? ["context"] : ["tools", tool],
      atKey: true,
      code: "EVAL_NOTHING_TO_CHECK",
      message: `the canary "${name}" is planted, but no check of any case looks for it`,
      hint: "add `no_secret_written: true` to the `expect` of the cases that read it",
    });
  }
}

function toolWith(value: string, cases: readonly SuiteCase[]): string | undefined {
  const find = createCanaryFinder({ value });
  for (const { mocks } of cases) {
    for (const [tool, { rules }] of mocks) {
      if (rules.some(({ answer }) => find(JSON.stringify(answer.content)).length > 0)) return tool;
    }
  }
  return undefined;
}
