import { sha1Hex } from "../../../platform/index.ts";
import type { Commit, Signature, Tree } from "./commit.ts";
import { comparePaths } from "./compare-paths.ts";

const encoder = new TextEncoder();

/** The id that git gives to a file of this text. */
export function blobId(text: string): string {
  return objectId("blob", [encoder.encode(text)]);
}

interface Folder {
  readonly files: Map<string, string>;
  readonly folders: Map<string, Folder>;
}

const known = new WeakMap<Tree, string>();

/** The id that git gives to a folder of these files, each of mode 100644. */
export function treeId(tree: Tree): string {
  const found = known.get(tree);
  if (found !== undefined) return found;
  const root: Folder = { files: new Map(), folders: new Map() };
  for (const [path, text] of tree) {
    const names = path.split("/");
    const last = names.pop() ?? "";
    let folder = root;
    for (const name of names) folder = folderIn(folder, name);
    folder.files.set(last, text);
  }
  const id = folderId(root);
  known.set(tree, id);
  return id;
}

function folderIn(folder: Folder, name: string): Folder {
  const inner = folder.folders.get(name) ?? { files: new Map(), folders: new Map() };
  folder.folders.set(name, inner);
  return inner;
}

/** Git sorts folders as if a slash ended their names. */
function folderId(folder: Folder): string {
  const entries = [
    ...[...folder.files].map(([name, text]) => ({
      key: name,
      mode: "100644",
      name,
      id: blobId(text),
    })),
    ...[...folder.folders].map(([name, inner]) => {
      return { key: `${name}/`, mode: "40000", name, id: folderId(inner) };
    }),
  ].toSorted((one, other) => comparePaths(one.key, other.key));
  return objectId(
    "tree",
    entries.flatMap(({ mode, name, id }) => [encoder.encode(`${mode} ${name}\0`), bytesOf(id)]),
  );
}

/** The id that git gives to a commit of this content. */
export function commitId(commit: Omit<Commit, "id">): string {
  const { tree, parents, author, at, message } = commit;
  const lines = [
    `tree ${treeId(tree)}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${signed(author, at)}`,
    `committer ${signed(commit.committer ?? author, commit.committedAt ?? at)}`,
    "",
    message,
  ];
  return objectId("commit", [encoder.encode(lines.join("\n"))]);
}

function signed({ name, email }: Signature, at: string): string {
  return `${name} <${email}> ${Math.floor(Date.parse(at) / 1000)} +0000`;
}

function objectId(type: string, parts: readonly Uint8Array[]): string {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  return sha1Hex(`${type} ${size}\0`, ...parts);
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) => {
    return Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  });
}
