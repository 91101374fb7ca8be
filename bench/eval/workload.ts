import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { flowText, model, toolResult } from "../engine/workload.ts";

/** The judge's model; the agent's is that of the engine's benchmark, as are prompt, tool and result. */
export const judgeModel = "claude-haiku-4-5";

/** Two replies for every case, and one verdict. */
export const scriptText: string = `script: bench
replies:
  - when: { judge: { $contains: "42" } }
    verdicts: { "*": met }
  - turns:
      - text: Let me count.
        calls: [{ tool: run_glql_query, args: { glql_yaml: "query: type = Issue" } }]
      - text: There are 42 open issues in shop/web, and none of them is older than a year.
`;

const suiteText = `suite: bench
target: { flow: bench.yml, model: anthropic/${model} }
judge: { model: anthropic/${judgeModel} }
context: { project: shop/web }
tools:
  run_glql_query: { returns: ${toolResult} }
cases_file: [FILES]
case_template:
  id: "{{ row.id }}"
  ask: "{{ row.ask }}"
  expect:
    - called: { tool: run_glql_query, args: { glql_yaml: { $contains: Issue } }, times: 1 }
    - judge: [The answer says that there are 42 open issues]
`;

/** More are refused in one file. */
const rowsOfFile = 10_000;

/** What a case asks; others replace the id in the requests of the first case. */
export function idOf(index: number): string {
  return `case-${String(index).padStart(6, "0")}`;
}

/** Writes the flow, the suite and its cases with so many trials each; gives the suite's path. */
export async function writeSuite(folder: string, cases: number, trials = 1): Promise<string> {
  const files: string[] = [];
  for (let first = 0; first < cases; first += rowsOfFile) {
    const count = Math.min(rowsOfFile, cases - first);
    const rows = Array.from({ length: count }, (_, index) => {
      const id = idOf(first + index);
      return `${JSON.stringify({ id, ask: `How many open issues does shop/web have (${id})?` })}\n`;
    });
    const file = `cases-${files.length}.jsonl`;
    await writeFile(join(folder, file), rows.join(""));
    files.push(file);
  }
  const suite = join(folder, "bench.suite.yml");
  await writeFile(join(folder, "bench.yml"), flowText);
  const text = suiteText.replace("FILES", files.join(", "));
  await writeFile(suite, trials === 1 ? text : `${text}  trials: ${trials}\n`);
  return suite;
}
