import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { fitted } from "./testing/parse-scenario.ts";
import { runWith } from "./testing/run-in.ts";

const shared = ["flows", "fixtures", "suites", "schemas", "flowproof.yml"];
const documents = ["README.md", ...readdirSync("docs").map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith(".md"),
);

interface Printed {
  readonly said: string;
  readonly pattern: string;
}

interface Fence {
  readonly info: string;
  readonly body: string;
}

test.each(documents)("%s: its files are read, its commands print what it says", async (path) => {
  const cwd = mkdtempSync(join(tmpdir(), "flowproof-docs-"));
  try {
    const printed: Printed[] = [];
    for (const name of shared) symlinkSync(resolve(name), join(cwd, name));
    for (const { info, body } of fencesOf(readFileSync(path, "utf8"))) {
      const title = /title="([^"]+)"/.exec(info)?.[1];
      if (title !== undefined) writeFileSync(join(cwd, title), body);
      if (info.startsWith("console")) printed.push(...(await runBlock(cwd, body)));
    }
    expect(printed.map(({ said }) => said)).toEqual(printed.map(({ pattern }) => pattern));
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
});

test.each(documents)("%s: links lead to files that exist", (path) => {
  const text = readFileSync(path, "utf8");
  const folder = resolve(path, "..");
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link ?? "");
  const missing = links.filter((link) => !isThere(join(folder, link)));
  expect(missing).toEqual([]);
});

/** `$ npx flowproof …`, then what it prints on standard output; `…` stands for anything. */
async function runBlock(cwd: string, body: string): Promise<Printed[]> {
  const results: Printed[] = [];
  for (const part of body.split(/^\$ /m).slice(1)) {
    const [command = "", ...expected] = part.split("\n");
    const [program = "", ...args] = command.replace(/^npx /, "").split(" ");
    const { stdout, stderr } = await runWith(args, { cwd, program });
    const pattern = expected.join("\n");
    const said = fitted(stdout, pattern);
    results.push({ said: said === pattern ? said : `${said}\n${stderr}`, pattern });
  }
  return results;
}

function fencesOf(text: string): Fence[] {
  return [...text.matchAll(/^```(\S.*)\n([\s\S]*?)^```$/gm)].map(([, info = "", body = ""]) => ({
    info,
    body,
  }));
}

function isThere(path: string): boolean {
  return readdirSync(resolve(path, "..")).includes(path.split("/").at(-1) ?? "");
}
