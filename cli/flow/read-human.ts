import { throwAll } from "../../src/core/errors/app-error.ts";
import type { JsonValue } from "../../src/core/json.ts";
import { isJsonArray } from "../../src/core/match/json-array.ts";
import type { HumanDecision } from "../../src/engine/index.ts";
import { readHuman as decisionsOf } from "../../src/eval/index.ts";
import type { SchemaProblem } from "../../src/schema/index.ts";
import type { FlowWorld } from "./flow-world.ts";
import { blockProblems, readBlock } from "./given-block.ts";

/** What a person answers when the run waits, in order: a case's `human:` list. */
export async function readHuman(
  given: string | undefined,
  { files }: FlowWorld,
): Promise<readonly HumanDecision[]> {
  if (given === undefined) return [];
  const block = await readBlock(given, "human", files);
  const malformed = await blockProblems(block.value, "human");
  const entries = isJsonArray(block.value) ? block.value : [];
  const problems = malformed.length > 0 ? malformed : entries.flatMap(emptyAnswer);
  throwAll(block.errorsOf(problems, "CLI_HUMAN_INVALID"));
  return decisionsOf(entries);
}

/** The service refuses an answer without text and goes on waiting, which nobody wants to write down. */
function emptyAnswer(entry: JsonValue, index: number): readonly SchemaProblem[] {
  const [decision] = decisionsOf([entry]);
  if (decision === undefined || decision.type === "approve" || decision.type === "reject")
    return [];
  if (decision.message !== "") return [];
  const message = `this ${decision.type} says nothing`;
  const hint = "write a text; a rejection may be without a reason";
  return [{ path: [index], atKey: false, message, hint }];
}
