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
import { parseScript } from "../src/model/index.ts";
import { diskFiles, readText, systemClock } from "../src/platform/index.ts";
import {
  createGitlabSimulator,
  createLlmSimulator,
  loadCatalog,
  type RunningServer,
  serve,
} from "../src/simulators/index.ts";
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
  const text = readFileSync(path, "utf8");
  const instance = await instanceOf(text);
  try {
    const printed: Printed[] = [];
    // What writes into folders of its own must not find ours.
    const linked = instance?.isGitlab === true ? [] : shared;
    for (const name of linked) symlinkSync(resolve(name), join(cwd, name));
    for (const { info, body } of fencesOf(text)) {
      const title = /title="([^"]+)"/.exec(info)?.[1];
      if (title !== undefined) writeFileSync(join(cwd, title), body);
      if (info.startsWith("console")) printed.push(...(await runBlock(cwd, body, instance)));
    }
    expect(printed.map(({ said }) => said)).toEqual(printed.map(({ pattern }) => pattern));
  } finally {
    await instance?.server.close();
    rmSync(cwd, { recursive: true, force: true });
  }
});

interface Instance {
  readonly server: RunningServer;
  readonly isGitlab: boolean;
}

/** What `simulate` would serve of the file or folder that a document says its commands ask, if it says so. */
async function instanceOf(text: string): Promise<Instance | undefined> {
  const [, kind, path] =
    /^<!-- commands ask: flowproof simulate (gitlab --catalog|llm --script) (\S+) -->$/m.exec(
      text,
    ) ?? [];
  if (kind === undefined || path === undefined) return undefined;
  const isGitlab = kind.startsWith("gitlab");
  const simulator = isGitlab
    ? createGitlabSimulator({ catalog: await loadCatalog(path, diskFiles), clock: systemClock })
    : createLlmSimulator({ script: await parseScript(await readText(path), path) });
  return { server: await serve(simulator, { port: 0 }), isGitlab };
}

test.each(documents)("%s: links lead to files that exist", (path) => {
  const text = readFileSync(path, "utf8");
  const folder = resolve(path, "..");
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link ?? "");
  const missing = links.filter((link) => !isThere(join(folder, link)));
  expect(missing).toEqual([]);
});

/** `$ npx flowproof …`, then what it prints on standard output; `…` stands for anything. */
async function runBlock(cwd: string, body: string, instance?: Instance): Promise<Printed[]> {
  const url = instance?.server.url ?? "";
  const env =
    instance?.isGitlab === true
      ? { CI_SERVER_URL: url, GITLAB_TOKEN: "shop-writer-token" }
      : { OPENAI_BASE_URL: `${url}/v1` };
  const results: Printed[] = [];
  for (const part of body.split(/^\$ /m).slice(1)) {
    const [command = "", ...expected] = part.split("\n");
    const [program = "", ...args] = command.replace(/^npx /, "").split(" ");
    const world = instance === undefined ? { cwd } : { cwd, env };
    const { stdout, stderr } = await runWith(args, { ...world, program });
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
