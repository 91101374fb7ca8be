import type { CheckOutcome, CheckRecord } from "../../record/index.ts";
import type { Finding } from "../check/check.ts";

/** What a check that needs no judge found, as it is kept. */
export function decidedRecord(
  { id, check }: Pick<CheckRecord, "id" | "check">,
  { pass, message, details, hint }: Finding,
): CheckRecord {
  const more = [details, hint].filter((text) => text !== undefined).join("\n");
  return {
    id,
    check,
    judged: false,
    outcome: outcomeOf(pass),
    message,
    ...(more === "" ? {} : { details: more }),
  };
}

function outcomeOf(pass: boolean | undefined): CheckOutcome {
  if (pass === undefined) return "undecided";
  return pass ? "pass" : "fail";
}
