import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { createRedactor } from "../../src/core/secrets/redactor.ts";
import { writeAtomic } from "../../src/platform/index.ts";
import { createRunFold, openJournal, type RunEvent } from "../../src/record/index.ts";
import { runReporters, type Summary } from "../../src/report/index.ts";

/** Why cases of flowproof's last run did not pass, one line for each. */
export function lostCases(folder: string): readonly string[] {
  const text = readFileSync(join(folder, "runs/latest/summary.json"), "utf8");
  const { cases }: Pick<Summary, "cases"> = JSON.parse(text);
  return cases
    .filter(({ outcome }) => outcome !== "pass")
    .map(({ outcome, trials }) => `${outcome ?? "unfinished"}: ${trials[0]?.reason ?? ""}`);
}

/** Processor time for each case of recording flowproof's last run once more: journal, fold and summary. */
export async function recordingMs(folder: string): Promise<number> {
  const path = join(folder, "runs/latest/events.jsonl");
  const events = whole(readFileSync(path, "utf8").trimEnd().split("\n"));
  const [started] = events;
  if (started?.type !== "run_started") throw new Error(`${path} does not begin as a journal`);
  const before = process.cpuUsage();
  const copy = join(folder, "recorded");
  const journal = await openJournal(copy, started, createRedactor({ known: [] }));
  const fold = createRunFold();
  fold.add(started);
  for (const [index, event] of events.slice(1).entries()) {
    fold.add(journal.append(event));
    // As in a run, where several events come in a tick.
    if (index % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await journal.close();
  const summary = runReporters.get("json")?.parts?.(fold.record()) ?? "";
  await writeAtomic(join(copy, "summary.json"), summary);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / started.plan.length;
}

/** The events as they were emitted, with their texts in place of ids. */
function whole(lines: readonly string[]): readonly RunEvent[] {
  const texts = new Map<string, string>();
  return lines.flatMap((line): readonly RunEvent[] => {
    const event: RunEvent = JSON.parse(line);
    if (event.type === "text_kept") {
      texts.set(event.id, event.text);
      return [];
    }
    if (event.type !== "model_called") return [event];
    const system = event.request.system?.map((block) => {
      if (!("kept" in block)) return block;
      const { kept, ...rest } = block;
      return { text: texts.get(kept) ?? "", ...rest };
    });
    const request = { ...event.request, ...(system === undefined ? {} : { system }) };
    return [{ ...event, request }];
  });
}
