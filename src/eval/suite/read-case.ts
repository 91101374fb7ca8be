import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { mergeMocks } from "../../tools/index.ts";
import type { TellingTarget } from "../check/check-setting.ts";
import { listOf } from "../check/list-of.ts";
import { plantCase } from "../safety/case-safety.ts";
import { injectedCases } from "../safety/inject.ts";
import { withoutInjection } from "../safety/plant-injection.ts";
import { checkContinues, checkUse } from "../target/check-use.ts";
import { factsOf } from "../target/facts-of.ts";
import type { Target } from "../target/target.ts";
import { caseFakes } from "./case-fakes.ts";
import { caseName } from "./case-name.ts";
import { contextInFake } from "./context-in-fake.ts";
import { knownNames } from "./known-names.ts";
import { readContext } from "./read-context.ts";
import { readContinues } from "./read-continues.ts";
import { type ExpectFrame, readExpect } from "./read-expect.ts";
import { readFakesBlock } from "./read-fakes.ts";
import { readHuman } from "./read-human.ts";
import { readLimits } from "./read-limits.ts";
import { readMocks, unmockedOf } from "./read-mocks.ts";
import { readTurns } from "./read-turns.ts";
import { readWeight } from "./read-weight.ts";
import type { SuiteFrame } from "./suite-frame.ts";
import type { SuitePath } from "./suite-reader.ts";
import type { SuiteCase } from "./suite.ts";

/** Reads one case. It is fit to be run only if the reader has no errors in the end. */
export async function readCase(
  source: JsonValue,
  path: SuitePath,
  frame: SuiteFrame,
): Promise<readonly SuiteCase[]> {
  if (!isJsonObject(source)) return [];
  const { reader, safety } = frame;
  const planted = plantCase(source, { path, reader, safety });
  const { value } = planted;
  const { id, expect, tags, inject } = value;
  const own = await readMocks(value["tools"], [...path, "tools"], frame);
  const mocks = planted.mocks(mergeMocks(frame.mocks, own));
  const fakes = caseFakes({
    suite: frame.fakes,
    own: await readFakesBlock(value["fakes"], [...path, "fakes"], {
      ...frame,
      files: frame.fakeFiles,
    }),
    plant: (block) => planted.fakes(block),
    path: [...path, "fakes"],
    reader,
  });
  const human = readHuman(value["human"]);
  const limits = readLimits(value["limits"], frame.limits);
  const conversation = listOf(value["conversation"]);
  const checked: ExpectFrame = {
    reader,
    memo: frame.memo,
    names: knownNames(frame, mocks),
    setting: {
      // A person who answers the flow takes a turn as well.
      turns: Math.max(1, conversation.length) + human.length,
      ...limits,
      targets: frame.targets.map(toldOf),
      fakes: fakes.names,
      tool: (name) => mocks.get(name)?.declared ?? frame.toolCatalog.tool(name),
    },
  };
  const history = await readContinues(value["continues"], [...path, "continues"], frame);
  frame.later?.(checked);
  if (asksNothing(value) && frame.later === undefined && !reader.hasUnknownKeys(path)) {
    reader.add({
      path: expect === undefined ? path : [...path, "expect"],
      code: "EVAL_NOTHING_TO_CHECK",
      atKey: true,
      message: `${caseName(value)} has nothing to check`,
      hint: "say what must hold under `expect`",
    });
  }
  const testCase: SuiteCase = {
    id: typeof id === "string" ? id : "",
    turns: readTurns(value, path, checked),
    history,
    checks: readExpect(expect, [...path, "expect"], checked),
    context: contextInFake(
      { ...frame.context, ...readContext(value["context"], [...path, "context"], reader) },
      fakes.seeds,
    ),
    mocks,
    fakes: fakes.seeds,
    unmocked: unmockedOf(value["unmocked"]) ?? frame.unmocked,
    human,
    limits,
    canaries: planted.canaries(),
    ...readWeight(value, path, frame),
    tags: listOf(tags).filter((tag) => typeof tag === "string"),
    source,
  };
  if (frame.later === undefined) planted.check(testCase);
  checkUse(value, path, frame);
  checkContinues(history, path, frame);
  const isOwn = inject !== undefined;
  const injected = injectedCases(testCase, inject ?? safety.inject, {
    ...checked,
    suite: safety.suite,
    fakes,
    path: isOwn ? [...path, "inject"] : ["inject"],
    isOwn,
  });
  return [{ ...testCase, mocks: withoutInjection(mocks) }, ...injected];
}

function toldOf(target: Target): TellingTarget {
  const { name, kind } = target;
  return { name, kind, tells: factsOf(target) };
}

/** Whether a case has no entry at all; entries that are wrong are reported as what they are. */
function asksNothing({ expect, conversation }: JsonObject): boolean {
  const ofTurns = listOf(conversation).map((turn) =>
    isJsonObject(turn) ? turn["expect"] : undefined,
  );
  return [expect, ...ofTurns].every(
    (list) => list === undefined || list === null || (isJsonArray(list) && list.length === 0),
  );
}
