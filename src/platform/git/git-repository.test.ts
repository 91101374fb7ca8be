import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import { checkRevision } from "./check-revision.ts";
import type { GitBase } from "./git-base.ts";
import { openRepository } from "./open-repository.ts";

const top = realpathSync(mkdtempSync(join(tmpdir(), "flowproof-git-")));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const identity = {
  PATH: process.env["PATH"],
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.com",
};

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: folder, env: identity, encoding: "utf8", stdio: "pipe" });
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A repository whose branch `main` has these files, on a branch of work. */
function repository(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(top, name);
  mkdirSync(folder, { recursive: true });
  git(folder, "init", "-q", "-b", "main");
  write(folder, files);
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "--allow-empty", "-m", "first");
  git(folder, "checkout", "-q", "-b", "work");
  return folder;
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new TypeError("no expected error", { cause: error });
  return `${error.code} ${error.message} (${error.hint})`;
}

async function baseOf(folder: string, ref = "main"): Promise<GitBase> {
  const { baseOf: of } = await openRepository(folder);
  return of(ref);
}

describe("names of commits", () => {
  test.each([
    "main",
    "origin/main",
    "feature/a-b_c.d",
    "v1.2.0",
    "HEAD",
    "HEAD~1",
    "HEAD^",
    "HEAD^2~3",
    "main@{upstream}",
    "main@{u}~2",
    "0123456789abcdef0123456789abcdef01234567",
    "größe",
    "@",
  ])("%s may be one", (ref) => {
    expect(() => checkRevision(ref)).not.toThrow();
  });

  test.each([
    "",
    "-",
    "--output=x",
    "-c",
    "main..work",
    "main:flows",
    ":/text",
    "main^{/text}",
    "main@{yesterday}",
    "main@{1}",
    "a b",
    "a\nb",
    "a\u0000b",
    "a*",
    "a?",
    "a[b",
    "a\\b",
    "/main",
    "main/",
    "a//b",
    ".main",
    "a/.b",
    "main.",
    "main.lock",
    "a.lock/b",
    "~1",
    "@{u}",
    "x".repeat(300),
  ])("%j is none", (ref) => {
    expect(() => checkRevision(ref)).toThrow(/is no name of a commit/);
  });
});

describe("what changed", () => {
  let folder: string;
  let base: GitBase;
  const odd = 'odd "name"\twith\nline.yml';

  beforeAll(async () => {
    folder = repository("changes", {
      "same.yml": "same\n",
      "crlf.yml": "one\ntwo\n",
      "modified.yml": "a\n",
      "staged.yml": "a\n",
      "back.yml": "a\n",
      "gone.yml": "a\n",
      "old-name.yml": "moved\n",
      "deep/er/x.yml": "x\n",
      "deeper/x.yml": "x\n",
      "Ünïcode.yml": "a\n",
      [odd]: "a\n",
    });
    symlinkSync("same.yml", join(folder, "link.yml"));
    symlinkSync("deep", join(folder, "alias"));
    write(folder, { "committed.yml": "a\n", "modified.yml": "b\n" });
    git(folder, "add", "-A");
    git(folder, "commit", "-q", "-m", "second");
    write(folder, {
      "staged.yml": "b\n",
      "back.yml": "b\n",
      "untracked.yml": "u\n",
      ".gitignore": "ignored.yml\n",
      "ignored.yml": "i\n",
      "crlf.yml": "one\r\ntwo\r\n",
      [odd]: "b\n",
    });
    git(folder, "add", "-A");
    write(folder, { "back.yml": "a\n" });
    git(folder, "rm", "-q", "--cached", "untracked.yml");
    git(folder, "rm", "-q", "gone.yml");
    git(folder, "mv", "old-name.yml", "new-name.yml");
    // What happens on the other branch meanwhile is not ours.
    git(folder, "stash", "-q");
    git(folder, "checkout", "-q", "main");
    write(folder, { "same.yml": "other\n", "theirs.yml": "t\n" });
    git(folder, "add", "-A");
    git(folder, "commit", "-q", "-m", "theirs");
    git(folder, "checkout", "-q", "work");
    git(folder, "stash", "pop", "-q", "--index");
    base = await baseOf(folder);
  });

  test.each([
    ["same.yml", false],
    ["crlf.yml", false],
    ["modified.yml", true],
    ["staged.yml", true],
    ["back.yml", false],
    ["gone.yml", true],
    ["committed.yml", true],
    ["untracked.yml", true],
    ["ignored.yml", true],
    ["old-name.yml", true],
    ["new-name.yml", true],
    ["Ünïcode.yml", false],
    [odd, true],
    ["link.yml", false],
    ["alias/er/x.yml", false],
    ["nowhere.yml", true],
    ["../outside.yml", true],
  ])("%s", async (path, changed) => {
    expect(await base.isChanged(join(folder, path))).toBe(changed);
  });

  test("what is gone is known apart", async () => {
    const gone = await base.deletedIn(folder);
    expect(gone.map((path) => relative(folder, path))).toEqual(["gone.yml", "old-name.yml"]);
    expect(await base.deletedIn(join(folder, "gone.yml"))).toEqual([join(folder, "gone.yml")]);
    expect(await base.deletedIn(join(folder, "deep"))).toEqual([]);
  });

  test("the commit is read as it was", async () => {
    expect(await base.read(join(folder, "modified.yml"))).toBe("a\n");
    expect(await base.read(join(folder, odd))).toBe("a\n");
    expect(await base.read(join(folder, "committed.yml"))).toBeUndefined();
    expect(await base.read(join(folder, "theirs.yml"))).toBeUndefined();
    expect(await base.read(join(folder, "alias/er/x.yml"))).toBe("x\n");
    expect(await base.has(join(folder, "gone.yml"))).toBe(true);
  });

  test("folders are listed whole, and not what begins like them", async () => {
    expect(await base.list(join(folder, "deep"))).toEqual([join(folder, "deep/er/x.yml")]);
    expect(await base.list(join(folder, "alias"))).toEqual([join(folder, "alias/er/x.yml")]);
    expect(await base.list(join(folder, "nothing"))).toEqual([]);
  });

  test.each(["HEAD~1", "main~1", "HEAD", "work"])("%s is understood", async (ref) => {
    const { commit } = await baseOf(join(folder, "deep/er"), ref);
    const wanted = ref.includes("~") ? "main~1" : "HEAD";
    expect(commit).toBe(git(folder, "rev-parse", wanted).trim());
  });

  test("a branch that the branch follows is understood", async () => {
    git(folder, "branch", "-q", "--set-upstream-to=main", "work");
    expect((await baseOf(folder, "work@{upstream}")).commit).toBe(base.commit);
  });
});

test("a link of the commit is no file of it", async () => {
  const folder = join(top, "links");
  mkdirSync(folder);
  git(folder, "init", "-q", "-b", "main");
  write(folder, { "a.yml": "a\n" });
  symlinkSync("a.yml", join(folder, "b.yml"));
  symlinkSync("/etc/passwd", join(folder, "c.yml"));
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "-m", "first");
  const base = await baseOf(folder);
  expect(await base.list(folder)).toEqual([join(folder, "a.yml")]);
  expect(await base.read(join(folder, "b.yml"))).toBe("a\n");
  expect(await base.isChanged(join(folder, "c.yml"))).toBe(true);
  expect(await base.read(join(folder, "c.yml"))).toBeUndefined();
});

test("bytes that are no text are no text of the commit", async () => {
  const folder = repository("bytes", {});
  writeFileSync(join(folder, "x.yml"), Buffer.from([0x61, 0xff, 0xfe]));
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "-m", "second");
  const base = await baseOf(folder, "HEAD");
  expect(await base.read(join(folder, "x.yml"))).toBeUndefined();
  expect(await base.isChanged(join(folder, "x.yml"))).toBe(false);
});

describe("what is wrong", () => {
  test("no repository", async () => {
    const folder = join(top, "none");
    mkdirSync(folder);
    expect(await failureOf(openRepository(folder))).toMatch(
      /^GIT_NO_REPOSITORY ".*none" is in no git repository/,
    );
  });

  test("no git", async () => {
    const folder = repository("no-git", {});
    const { baseOf: of } = await openRepository(folder, { env: { PATH: join(top, "none") } });
    expect(await failureOf(of("main"))).toMatch(/^GIT_MISSING the program git was not found/);
  });

  test("no commit yet", async () => {
    const folder = join(top, "empty");
    mkdirSync(folder);
    git(folder, "init", "-q", "-b", "main");
    expect(await failureOf(baseOf(folder))).toMatch(
      /^GIT_REF_UNKNOWN the repository has no commit/,
    );
  });

  test.each([
    ["origin/mian", /^GIT_REF_UNKNOWN .*"origin\/mian".*git fetch origin mian\)$/],
    ["HEAD~99", /^GIT_REF_UNKNOWN .*git fetch origin\)$/],
    ["--output=x", /^GIT_REF_INVALID/],
    ["0123456789abcdef0123456789abcdef01234567", /^GIT_REF_UNKNOWN/],
  ])("the ref %s", async (ref, wanted) => {
    expect(await failureOf(baseOf(repository(`refs-${ref.length}`, {}), ref))).toMatch(wanted);
  });

  test("a shallow clone without the ref says what to set", async () => {
    const folder = repository("deep-history", { "a.yml": "a\n" });
    write(folder, { "a.yml": "b\n" });
    git(folder, "commit", "-q", "-a", "-m", "second");
    const clone = join(top, "shallow");
    git(top, "clone", "-q", "--depth=1", "--branch=work", `file://${folder}`, clone);
    const said = await failureOf(baseOf(clone, "origin/main"));
    expect(said).toMatch(/^GIT_REF_UNKNOWN .*GIT_DEPTH: 0.*git fetch origin main --unshallow\)$/);
    git(clone, "fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main");
    expect(await failureOf(baseOf(clone, "origin/main"))).toMatch(/^GIT_NO_MERGE_BASE .*GIT_DEPTH/);
  });

  test("no common history", async () => {
    const folder = repository("orphans", { "a.yml": "a\n" });
    git(folder, "checkout", "-q", "--orphan", "other");
    git(folder, "commit", "-q", "-m", "other");
    expect(await failureOf(baseOf(folder))).toMatch(/^GIT_NO_MERGE_BASE HEAD and "main"/);
  });

  test("a folder .git that is none", async () => {
    const folder = join(top, "fake");
    write(folder, { ".git": "gitdir: /nowhere\n" });
    expect(await failureOf(baseOf(folder))).toMatch(/^GIT_FAILED `git rev-parse` failed/);
  });

  test("more output than allowed", async () => {
    const folder = repository("large", { "a.yml": "a\n" });
    const { baseOf: of } = await openRepository(folder, { limits: { maxBytes: 30 } });
    expect(await failureOf(of("main"))).toMatch(/^GIT_FAILED .*more than 30 bytes/);
  });

  test("an interruption ends it", async () => {
    const folder = repository("interrupted", {});
    const { baseOf: of } = await openRepository(folder, { signal: AbortSignal.abort("stop") });
    await expect(of("main")).rejects.toBe("stop");
  });
});

describe("a hostile repository", () => {
  let folder: string;
  let canary: string;

  beforeAll(() => {
    folder = repository("hostile", { "a.yml": "a\n", "b.yml": "b\n" });
    canary = join(top, "canary");
    const script = join(top, "evil.sh");
    writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> "${canary}"\ncat\n`);
    chmodSync(script, 0o755);
    const settings: Readonly<Record<string, string>> = {
      "core.fsmonitor": script,
      "core.pager": script,
      "core.editor": script,
      "core.sshCommand": script,
      "core.gitProxy": script,
      "core.askPass": script,
      "core.alternateRefsCommand": script,
      "core.hooksPath": join(folder, "hooks"),
      "core.worktree": join(top, "elsewhere"),
      "diff.external": script,
      "diff.evil.textconv": script,
      "diff.evil.command": script,
      "filter.evil.clean": script,
      "filter.evil.smudge": script,
      "filter.evil.process": script,
      "filter.evil.required": "true",
      "gpg.program": script,
      "log.showSignature": "true",
      "credential.helper": `!${script}`,
      "alias.rev-list": `!${script}`,
      "alias.ls-tree": `!${script}`,
      "uploadpack.packObjectsHook": script,
      "submodule.recurse": "true",
      "protocol.allow": "always",
      "protocol.ext.allow": "always",
      "extensions.partialClone": "origin",
      "remote.origin.url": `ext::${script} %S`,
      "remote.origin.promisor": "true",
      "remote.origin.uploadpack": script,
      "include.path": "../more-config",
    };
    write(folder, {
      "more-config": `[core]\n\tfsmonitor = ${script}\n[remote "other"]\n\tpromisor = true\n\turl = ext::${script}\n`,
      ".gitattributes": "* diff=evil filter=evil\n",
      "a.yml": "changed\n",
      "c.yml": "new\n",
    });
    for (const hook of [
      "post-checkout",
      "pre-commit",
      "post-index-change",
      "reference-transaction",
    ]) {
      write(folder, { [`hooks/${hook}`]: `#!/bin/sh\necho hook >> "${canary}"\n` });
      chmodSync(join(folder, "hooks", hook), 0o755);
    }
    git(folder, "config", "core.repositoryformatversion", "1");
    for (const [key, value] of Object.entries(settings)) git(folder, "config", key, value);
    mkdirSync(join(top, "elsewhere"));
  });

  test("would run programs if git were let", () => {
    // Proves that the canary sings; what it then says is thrown away.
    const env = { ...identity, GIT_DIR: join(folder, ".git"), GIT_WORK_TREE: folder };
    spawnSync("git", ["status"], { cwd: folder, env });
    expect(existsSync(canary)).toBe(true);
    rmSync(canary);
  });

  test("is read, and nothing of it is run", async () => {
    const base = await baseOf(folder);
    expect(await base.isChanged(join(folder, "a.yml"))).toBe(true);
    expect(await base.isChanged(join(folder, "b.yml"))).toBe(false);
    expect(await base.isChanged(join(folder, "c.yml"))).toBe(true);
    expect(await base.read(join(folder, "a.yml"))).toBe("a\n");
    expect(await base.deletedIn(folder)).toEqual([]);
    await baseOf(folder, "nowhere").catch(() => undefined);
    await baseOf(folder, "0123456789abcdef0123456789abcdef01234567").catch(() => undefined);
    expect(existsSync(canary)).toBe(false);
  });

  test("an object that it promises is not fetched", async () => {
    const base = await baseOf(folder);
    const id = git(folder, "rev-parse", "main:b.yml").trim();
    rmSync(join(folder, ".git/objects", id.slice(0, 2), id.slice(2)));
    expect(await failureOf(base.read(join(folder, "b.yml")))).toMatch(
      /^GIT_FAILED .*b\.yml" is missing/,
    );
    expect(existsSync(canary)).toBe(false);
  });

  test("programs are not searched where relative entries of the PATH lead", async () => {
    const plain = repository("path", {});
    writeFileSync(join(plain, "git"), `#!/bin/sh\necho path >> "${canary}"\n`);
    chmodSync(join(plain, "git"), 0o755);
    const PATH = `${relative("/", plain)}::.:${identity.PATH}`;
    const { baseOf: of } = await openRepository(plain, { env: { PATH } });
    expect(await of("main")).toMatchObject({ ref: "main" });
    expect(existsSync(canary)).toBe(false);
  });

  test("a ref that is a flag writes nothing", async () => {
    const target = join(top, "written");
    await baseOf(folder, `--output=${target}`).catch(() => undefined);
    expect(existsSync(target)).toBe(false);
  });

  test("a submodule is no file", async () => {
    const outer = repository("outer", { "a.yml": "a\n" });
    const inner = repository("outer/inner", { "x.yml": "x\n" });
    git(outer, "add", "-A");
    git(outer, "commit", "-q", "-m", "with submodule");
    const base = await baseOf(outer, "HEAD");
    expect(await base.list(outer)).toEqual([join(outer, "a.yml")]);
    expect(await base.has(inner)).toBe(false);
  });
});
