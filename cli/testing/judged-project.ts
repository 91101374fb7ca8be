import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** A project in a folder of its own, with the flows of this one. */
export interface JudgedProject {
  readonly folder: string;
  write(path: string, text: string): void;
  [Symbol.dispose](): void;
}

/** Two cases that a script plays and judges: three trials of one answer, and a talk of two turns. */
export const judgedSuite = `suite: words
target: { flow: foundational_pirate_agent, version: ^1.0.0 }
script: words.script.yml
cases:
  - id: counts
    ask: How many?
    expect:
      - answer: { contains: "42" }
      - judge: [It says 42, It is short]
    trials: 3
  - id: talks
    conversation:
      - user: Hello there
        expect: [{ judge: It greets }]
      - user: Tell me more
    expect: [{ judge: It tells more }]
`;

export const judgedScript = `script: words
replies:
  - when: { user: How many? }
    turns: [{ text: There are 42. }]
    variants: [[{ text: There may be 42 of them. }], [{ text: I count 42. }]]
  - when: { user: Hello there }
    turns: [{ text: Ahoy! }, { text: More it is. }]
  - when: { judge: { $exists: true } }
    verdicts: { "*": met }
`;

export function judgedProject(files: Readonly<Record<string, string>> = {}): JudgedProject {
  const folder = mkdtempSync(join(tmpdir(), "flowproof-judged-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  symlinkSync(resolve("flows"), join(folder, "flows"));
  const own = { "words.suite.yml": judgedSuite, "words.script.yml": judgedScript };
  for (const [path, text] of Object.entries({ ...own, ...files })) write(path, text);
  return {
    folder,
    write,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
