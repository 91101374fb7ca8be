import { judgeProtocol } from "../judge-protocol/judge-protocol.ts";
import type { ShownPair } from "../judge-protocol/read-both.ts";
import { evidenceFrom } from "./evidence-from.ts";
import type { ScriptReply, ScriptWinner } from "./script-file.ts";
import type { ScriptPreference, ScriptVerdicts } from "./script.ts";

/** A judge's reply to two answers that it is to hold against each other. */
export function preferenceReply(
  pair: ShownPair,
  { prefers }: Pick<ScriptVerdicts, "prefers">,
): ScriptReply {
  if (prefers === undefined) throw new TypeError("the entry says nothing of two answers");
  const winner = winnerOf(pair, prefers);
  const args = { evidence: evidenceOf(pair, winner), reasoning: "As the script says.", winner };
  return { calls: [{ tool: judgeProtocol.preferenceToolName, args }] };
}

/** What the matcher says of both alike does not tell one from the other. */
function winnerOf({ first, second }: ShownPair, prefers: ScriptPreference): ScriptWinner {
  if (prefers.type === "always") return prefers.winner;
  const isFirst = prefers.matcher.matches(first.join("\n"));
  if (isFirst === prefers.matcher.matches(second.join("\n"))) return "tie";
  return isFirst ? "first" : "second";
}

/** A winner that says nothing can only be shown by what the other says; a quote is of one answer. */
function evidenceOf({ first, second }: ShownPair, winner: ScriptWinner): string {
  if (winner === "tie" || winner === "cannot_tell") return "";
  const [own, other] = winner === "first" ? [first, second] : [second, first];
  return evidenceFrom(longest(own)) || evidenceFrom(longest(other));
}

function longest(texts: readonly string[]): string {
  return texts.reduce((most, text) => (text.length > most.length ? text : most), "");
}
