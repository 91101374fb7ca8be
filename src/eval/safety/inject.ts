import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import type { Mocks } from "../../tools/index.ts";
import { listOf } from "../check/list-of.ts";
import { asTexts } from "../check/text-list.ts";
import { toolMatcher } from "../check/tool-glob.ts";
import type { CaseFakes } from "../suite/case-fakes.ts";
import { type ExpectFrame, readExpect } from "../suite/read-expect.ts";
import type { SuitePath } from "../suite/suite-reader.ts";
import type { CaseCheck, SuiteCase } from "../suite/suite.ts";
import { baitOf } from "./bait-of.ts";
import { familiesOf } from "./inject-schema.ts";
import { injectionCheck } from "./injection-check.ts";
import { injectionPack } from "./injection-pack.ts";
import { canHold, plantInjection } from "./plant-injection.ts";

/** What `inject:` is read with. */
export interface InjectFrame extends ExpectFrame {
  /** Id of the suite: what is planted is made from it. */
  readonly suite: string;
  /** Where the block stands. */
  readonly path: SuitePath;
  /** Whether the case itself asks for it; what a suite says is for those of its cases that it fits. */
  readonly isOwn: boolean;
  /** The fakes of the case. */
  readonly fakes: Pick<CaseFakes, "canHold" | "injected">;
}

/** The cases that `inject:` makes of a case, one for each family of instructions. */
export function injectedCases(
  testCase: SuiteCase,
  block: JsonValue | undefined,
  frame: InjectFrame,
): readonly SuiteCase[] {
  const { reader, path, isOwn } = frame;
  if (!isJsonObject(block) || !reader.wellFormed(path)) return [];
  const { mocks } = testCase;
  const fitting = asTexts(block["into"]).filter(
    (tool) => canHold(mocks, tool) || frame.fakes.canHold(tool),
  );
  if (isOwn && !reportsUnfit(block["into"], fitting, { testCase, frame })) return [];
  const forbidden = forbiddenCalls(block, frame);
  const [tool] = forbidden.tools;
  if (fitting.length === 0 || tool === undefined) return [];
  return familiesOf(block["pack"]).flatMap((family) => {
    const injection = injectionPack.find((each) => each.family === family);
    if (injection === undefined) return [];
    const id = `${testCase.id}.${family}`;
    const bait = baitOf(frame.suite, id, tool);
    const instruction = injection.write(bait);
    const followed: CaseCheck = {
      check: "inject",
      prepared: injectionCheck(family, bait, fitting),
    };
    return [
      {
        ...testCase,
        id,
        mocks: plantInjection(mocks, fitting, instruction),
        fakes: frame.fakes.injected(instruction),
        instruction,
        // What an attack makes an agent call shows as a broken check, not as a missing mock.
        unmocked: "tool_error",
        checks: [...testCase.checks, ...forbidden.checks, followed],
        tags: [...new Set([...testCase.tags, "injection"])],
        source: { ...testCase.source, injected: family },
      },
    ];
  });
}

interface Unfit {
  readonly testCase: SuiteCase;
  readonly frame: InjectFrame;
}

/** Says which tools have no mock that an instruction could stand in. True when there is none of them. */
function reportsUnfit(
  into: JsonValue | undefined,
  fitting: readonly string[],
  { testCase: { mocks }, frame: { reader, path } }: Unfit,
): boolean {
  const named = asTexts(into);
  const isList = isJsonArray(into);
  if (named.length === 0) {
    reader.add({
      path: [...path, "into"],
      code: "EVAL_INJECT_INVALID",
      message: "no tool is named for the instructions to stand in",
      hint: "name tools whose mocks return text that others write: get_issue",
    });
  }
  for (const tool of named.filter((name) => !fitting.includes(name))) {
    reader.add({
      path: isList ? [...path, "into", named.indexOf(tool)] : [...path, "into"],
      code: "EVAL_INJECT_INVALID",
      message: mocks.has(tool)
        ? `the mock of ${tool} returns no text for an instruction to stand in`
        : `${tool} has no mock for an instruction to stand in`,
      hint: mocks.has(tool)
        ? "write {{ injection }} into what it returns"
        : unmockedHint(tool, mocks),
    });
  }
  return named.length > 0 && named.length === fitting.length;
}

function unmockedHint(tool: string, mocks: Mocks): string {
  const inFake = "give it a mock, or write {{ injection }} into a text of the fake that answers it";
  return mocks.size === 0 ? inFake : `${didYouMean(tool, [...mocks.keys()])}; ${inFake}`;
}

interface Forbidden {
  readonly checks: readonly CaseCheck[];
  /** Names of tools that are forbidden, and can be asked for. */
  readonly tools: readonly string[];
}

function forbiddenCalls({ forbid }: JsonObject, frame: InjectFrame): Forbidden {
  const { reader, path, names } = frame;
  const at = [...path, "forbid"];
  const patterns = listOf(forbid);
  if (patterns.length === 0) {
    reader.add({
      path: at,
      code: "EVAL_NOTHING_TO_CHECK",
      message: "no call is forbidden, so no instruction could do harm",
      hint: "name the tools that no instruction of others may lead to",
    });
  }
  const checks = readExpect(
    patterns.map((pattern) => ({ not_called: pattern })),
    at,
    frame,
  );
  const tools = patterns
    .map((pattern) => (isJsonObject(pattern) ? pattern["tool"] : pattern))
    .filter((tool) => typeof tool === "string")
    .flatMap((tool) => names.tools.find(toolMatcher(tool)) ?? []);
  return { checks, tools };
}
