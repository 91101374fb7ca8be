import type { JsonObject, JsonValue } from "../../core/json.ts";
import { templateVariables } from "../../flow/index.ts";
import type { SuitePath, SuiteReader } from "../suite/suite-reader.ts";
import type { SuiteCase } from "../suite/suite.ts";
import { templatesIn } from "./http/template-body.ts";
import { engineTargets, isEngineTarget, type Target } from "./target.ts";

interface UseFrame {
  readonly reader: SuiteReader;
  readonly targets: readonly Target[];
}

/** What stands in for the systems of an agent that runs here, and for the people around it. */
const ofEngine = ["tools", "fakes", "unmocked", "human", "inject"] as const;

/** Reports what a suite or a case brings along and its targets cannot use. */
export function checkUse(value: JsonObject, path: SuitePath, { reader, targets }: UseFrame): void {
  for (const key of ofEngine) {
    const remote = value[key] === undefined ? undefined : unusedBy(key, targets);
    if (remote === undefined) continue;
    reader.add({
      path: [...path, key],
      code: "TARGET_UNTOLD",
      atKey: true,
      message: `the target "${remote.name}" (${remote.kind}) runs elsewhere, where \`${key}\` reaches nothing`,
      hint: "leave it out, or test that target in a suite of its own",
    });
  }
}

/** Reports a conversation that goes on where a target cannot be given what was said before. */
export function checkContinues(
  history: SuiteCase["history"],
  path: SuitePath,
  { reader, targets }: UseFrame,
): void {
  const deaf = targets.find((target) => !takesHistory(target));
  if (history.length === 0 || deaf === undefined) return;
  reader.add({
    path: [...path, "continues"],
    code: "EVAL_CONTINUES_INVALID",
    atKey: true,
    message: `the target "${deaf.name}" (${deaf.kind}) cannot be given what was said before`,
    hint:
      deaf.kind === "http"
        ? "its request uses neither {{ history }} nor {{ conversation }}"
        : "flows of the environment chat-partial, chats and HTTP endpoints can",
  });
}

/** A mock that one target uses does no harm to another; answers and planted texts would change the case. */
function unusedBy(key: (typeof ofEngine)[number], targets: readonly Target[]): Target | undefined {
  const isShared = key === "tools" || key === "fakes" || key === "unmocked";
  if (isShared && engineTargets(targets).length > 0) return undefined;
  return targets.find((target) => !isEngineTarget(target));
}

function takesHistory(target: Target): boolean {
  if (target.kind === "flow") return target.flow.environment === "chat-partial";
  if (target.kind !== "http") return target.kind !== "duo_chat";
  return usesHistory(target.body) || usesHistory({ ...target.query });
}

/** A request that does not send it would begin a conversation of its own. */
function usesHistory(value: JsonValue | undefined): boolean {
  const texts = value === undefined ? [] : [...templatesIn(value)];
  return texts.some(([, text]) =>
    templateVariables(text).some((name) => name === "history" || name === "conversation"),
  );
}
