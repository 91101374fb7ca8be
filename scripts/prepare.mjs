// What `npm ci` does in a clone: builds, unless what is there was built from these very sources, and
// puts our own programs where `npx` looks first. Without that, npx would copy the package into a cache
// and build it a second time.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "dist", ".built-from");
const inputs = [
  "cli",
  "src",
  "scripts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "tsconfig.client.json",
];

function hashOfInputs() {
  const hash = createHash("sha256");
  for (const input of inputs) {
    const path = join(root, input);
    const files = input.includes(".")
      ? [input]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !entry.parentPath.includes("generated"))
          .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
          .toSorted();
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

const hash = hashOfInputs();
// What is generated lies beside the sources, for tests and types.
const generated = [
  join(root, "src", "schema", "generated", "index.ts"),
  join(root, "src", "report", "generated", "page-assets.ts"),
];
const isStamped = existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
const built = isStamped && generated.every((file) => existsSync(file));
if (!built) {
  // npm is a script on Windows, which only a shell can start.
  execFileSync("npm", ["run", "build"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  writeFileSync(stamp, hash);
}

const { bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const folder = join(root, "node_modules", ".bin");
if (process.platform !== "win32" && existsSync(join(root, "node_modules"))) {
  mkdirSync(folder, { recursive: true });
  for (const [name, target] of Object.entries(bin)) {
    rmSync(join(folder, name), { force: true });
    symlinkSync(join("..", "..", target), join(folder, name));
  }
}
