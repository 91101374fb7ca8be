import type { JsonObject } from "../../../../../core/json.ts";
import type { Tree } from "../../../repository/commit.ts";
import { comparePaths } from "../../../repository/compare-paths.ts";
import { blobId, treeId } from "../../../repository/object-id.ts";

/** What is below a folder of a tree, as the REST API lists it: folders first; undefined where there is no such folder. */
export function treeEntries(
  tree: Tree,
  folder: string,
  isRecursive: boolean,
): readonly JsonObject[] | undefined {
  const root = folder.replace(/^\/+|\/+$/g, "");
  const prefix = root === "" ? "" : `${root}/`;
  const inside = [...tree].filter(([path]) => path.startsWith(prefix));
  if (inside.length === 0 && root !== "") return undefined;
  const files = inside.filter(([path]) => isRecursive || !path.slice(prefix.length).includes("/"));
  const folders = new Set(inside.flatMap(([path]) => foldersOf(path, prefix, isRecursive)));
  return [
    ...[...folders].toSorted(comparePaths).map((path) => showFolder(path, tree)),
    ...files.toSorted(([one], [other]) => comparePaths(one, other)).map(showFile),
  ];
}

/** The folders of a path below a prefix; only the first of them unless all are wanted. */
function foldersOf(path: string, prefix: string, isRecursive: boolean): readonly string[] {
  const folders: string[] = [];
  for (let end = path.indexOf("/", prefix.length); end > 0; end = path.indexOf("/", end + 1)) {
    folders.push(path.slice(0, end));
    if (!isRecursive) break;
  }
  return folders;
}

function showFolder(path: string, tree: Tree): JsonObject {
  const prefix = `${path}/`;
  const inside = [...tree].filter(([file]) => file.startsWith(prefix));
  const id = treeId(new Map(inside.map(([file, text]) => [file.slice(prefix.length), text])));
  return { id, name: lastName(path), type: "tree", path, mode: "040000" };
}

function showFile([path, text]: readonly [string, string]): JsonObject {
  return { id: blobId(text), name: lastName(path), type: "blob", path, mode: "100644" };
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
