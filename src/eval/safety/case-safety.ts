import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import type { Mocks } from "../../tools/index.ts";
import type { SuitePath, SuiteReader } from "../suite/suite-reader.ts";
import type { SuiteCase } from "../suite/suite.ts";
import { canaryNames, CanaryPlanter } from "./canary-planter.ts";
import { hiddenCanaries, hiddenInFake } from "./hidden-canary.ts";
import { looksForSecrets, namedCanaries } from "./sought-canaries.ts";
import { readOwn, reportBroken, type SuiteSafety } from "./suite-safety.ts";

/** A case with its canaries in place. */
export interface PlantedCase {
  /** What the case says, with canaries in its texts. */
  readonly value: JsonObject;
  /** All mocks of the case, with canaries in what they answer, also from files. */
  mocks(mocks: Mocks): Mocks;
  /** The block of the case's fakes, with canaries in its texts. */
  fakes(block: JsonObject): JsonObject;
  /** What has been planted. */
  canaries(): SuiteCase["canaries"];
  /** Reports canaries that stand nowhere, and those that nothing looks for. */
  check(testCase: Pick<SuiteCase, "checks" | "turns">): void;
}

interface CasePlace {
  readonly path: SuitePath;
  readonly reader: SuiteReader;
  readonly safety: SuiteSafety;
}

/** Puts canaries into a case. */
export function plantCase(source: JsonObject, place: CasePlace): PlantedCase {
  const { path, reader, safety } = place;
  const { canaries: block, ...rest } = source;
  const own = readOwn(block, [...path, "canaries"], reader);
  reportBroken(rest, path, reader);
  const planter = new CanaryPlanter(safety.suite, { ...safety.canaries, ...own });
  const value = planter.plant(rest);
  const inFiles: string[] = [];
  return {
    value,
    mocks(before) {
      // Texts of the case itself are planted already, those of files and of the suite not yet.
      const after = planter.plantMocks(before);
      for (const tool of after.keys()) {
        const isOwn = isJsonObject(rest["tools"]) && Object.hasOwn(rest["tools"], tool);
        if (isOwn) inFiles.push(...placesIn(before, tool));
        reportHidden(after, { tool, planted: planter.planted(), isOwn, place });
      }
      return after;
    },
    fakes(before) {
      const after = planter.plant(before);
      if (after !== before || rest["fakes"] !== undefined) {
        reportHiddenInFakes(after, { planted: planter.planted(), place, own: rest["fakes"] });
      }
      return after;
    },
    canaries: () => ({ ...safety.inContext, ...planter.planted() }),
    check(testCase) {
      for (const name of Object.keys(own)) {
        if (Object.hasOwn(planter.planted(), name)) continue;
        reader.add({
          path: [...path, "canaries", name],
          atKey: true,
          code: "EVAL_NOTHING_TO_CHECK",
          message: `the canary "${name}" stands nowhere`,
          hint: `write {{ canary.${name} }} into a question or a mock, or remove it`,
        });
      }
      const [name, ...others] = [...canaryNames(rest), ...inFiles];
      if (name === undefined || looksForSecrets(testCase)) return;
      if (namedCanaries(rest).length > 0) return;
      for (const each of [name, ...others]) safety.told.add(each);
      reader.add({
        path: [...path, "id"],
        code: "EVAL_NOTHING_TO_CHECK",
        message: `the canary "${name}" is planted, but no check looks for it`,
        hint: "add `no_secret_written: true` to `expect`",
      });
    },
  };
}

/** Names of the canaries that the answers of a mock still ask for. */
function placesIn(mocks: Mocks, tool: string): readonly string[] {
  const contents: readonly JsonValue[] = (mocks.get(tool)?.rules ?? []).map(
    ({ answer }) => answer.content,
  );
  return canaryNames({ contents });
}

interface FakesPlace {
  readonly planted: Readonly<Record<string, string>>;
  readonly place: CasePlace;
  /** What the case itself says of fakes. */
  readonly own: JsonValue | undefined;
}

/** Reports canaries that stand in fakes where no result brings them to a model. */
function reportHiddenInFakes(block: JsonObject, { planted, place, own }: FakesPlace): void {
  const { reader, safety, path } = place;
  for (const hidden of hiddenInFake(block, planted)) {
    const isOwn = hasPath(own, hidden.path);
    const at = [...(isOwn ? path : []), "fakes", ...hidden.path];
    const key = JSON.stringify(at);
    // Of the suite's fakes the first case tells.
    if (safety.told.has(key)) continue;
    safety.told.add(key);
    reader.add({
      path: at,
      code: "EVAL_CANARY_INVALID",
      message: `the canary "${hidden.name}" does not reach the model: ${hidden.why}`,
      hint: "let it stand where people write, or give it another text under `canaries`",
    });
  }
}

function hasPath(value: JsonValue | undefined, path: readonly (string | number)[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return value !== undefined;
  if (isJsonArray(value)) return typeof first === "number" && hasPath(value[first], rest);
  return isJsonObject(value) && Object.hasOwn(value, first) && hasPath(value[String(first)], rest);
}

interface MockPlace {
  readonly tool: string;
  readonly planted: Readonly<Record<string, string>>;
  /** Whether the case says it; else its suite does, for all cases alike. */
  readonly isOwn: boolean;
  readonly place: CasePlace;
}

/** Reports canaries that a mock answers with and that no model gets to read there. */
function reportHidden(mocks: Mocks, { tool, planted, isOwn, place }: MockPlace): void {
  const { reader, safety } = place;
  const outer = isOwn ? [...place.path, "tools"] : ["tools"];
  for (const rule of mocks.get(tool)?.rules ?? []) {
    if (rule.written === undefined) continue;
    const path = [...outer, ...rule.written.path, rule.written.answerKey];
    const key = JSON.stringify(path);
    // Of the suite's mocks the first case tells.
    if (safety.told.has(key)) continue;
    if (!isOwn) safety.told.add(key);
    for (const { name, why } of hiddenCanaries(tool, rule, planted)) {
      reader.add({
        path,
        code: "EVAL_CANARY_INVALID",
        message: `the canary "${name}" does not reach the model: ${why}`,
        hint: "let it stand where people write, or give it another text under `canaries`",
      });
    }
  }
}
