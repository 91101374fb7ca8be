// Writes reports/example: what the study on chat and workflow looks like, played on its scripts. With --check it
// only says which of the committed files differ from what it would write, and fails if any does.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exampleFiles } from "./example/example-files.ts";
import { takePicture } from "./example/picture.ts";

const folder = "reports/example";

function committed(name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return undefined;
  }
}

const work = mkdtempSync(join(tmpdir(), "flowproof-example-"));
try {
  const files = await exampleFiles(work);
  if (process.argv.includes("--check")) {
    const stale = [...files].filter(([name, text]) => committed(name) !== text);
    for (const [name] of stale)
      process.stderr.write(`${folder}/${name}: is not what would be written\n`);
    if (stale.length > 0) {
      process.stderr.write("run `npm run example` and commit what it writes\n");
      process.exitCode = 1;
    }
  } else {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    // Of a picture the bytes differ from browser to browser, so that nobody compares it.
    const isTaken = await takePicture(join(folder, "compare.html"), join(folder, "compare.png"));
    if (!isTaken) process.stderr.write("the picture stays as it was: there is no Chromium\n");
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
