// The programs must be executable where they are linked and not installed; tsc writes plain files.
import { chmodSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const { bin } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
for (const target of Object.values(bin)) chmodSync(fileURLToPath(new URL(target, root)), 0o755);
