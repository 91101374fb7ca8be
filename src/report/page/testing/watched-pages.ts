import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where a browser is; undefined where there is none. */
export const chromiumPath: string | undefined =
  env["FLOWPROOF_CHROMIUM"] ?? places.find((place) => existsSync(place));

/** A page with what it did that it must not do. */
export interface WatchedPage {
  readonly page: Page;
  /** What it complained of, or asked somebody. */
  readonly errors: readonly string[];
  /** Addresses it asked for, without their ends behind `#`. */
  readonly requests: readonly string[];
}

/** A browser with pages in files, as a reader has them. */
export interface WatchedPages {
  open(name: string, options?: BrowserContextOptions, hash?: string): Promise<WatchedPage>;
  close(): Promise<void>;
}

/** Starts a browser, for documents by their names. */
export async function watchedPages(
  documents: Readonly<Record<string, string>>,
): Promise<WatchedPages> {
  const folder = await mkdtemp(join(tmpdir(), "flowproof-page-"));
  for (const [name, text] of Object.entries(documents)) {
    await writeFile(join(folder, `${name}.html`), text);
  }
  const args = userInfo().uid === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: chromiumPath ?? "", args });
  return {
    async open(name, options = {}, hash = "") {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      const watched = { page, errors: new Array<string>(), requests: new Array<string>() };
      watch(watched);
      await page.goto(`${pathToFileURL(join(folder, `${name}.html`)).href}${hash}`);
      return watched;
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Watching {
  readonly page: Page;
  readonly errors: string[];
  readonly requests: string[];
}

function watch({ page, errors, requests }: Watching): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("dialog", (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => requests.push(request.url().replace(/#.*$/u, "")));
}

/** What a checker of accessibility finds; the page must be opened with `bypassCSP`. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // A text, as the page has what is not known here.
  return page.evaluate<readonly string[]>(
    `axe.run({ resultTypes: ["violations"] }).then(${findingsOf})`,
  );
}

/** In the page: each finding with its first places. */
const findingsOf = `({ violations }) => violations.map(({ id, nodes }) => {
  const found = nodes.slice(0, 3).map(({ html, failureSummary }) => html + " " + failureSummary);
  return id + ": " + found.join("\\n");
})`;

/** Pixels by which the page or a dialog is wider than what can be seen of it; none where nothing sticks out. */
export async function excessWidths(page: Page): Promise<readonly number[]> {
  const widths = await page.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll("dialog")];
    return boxes.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  });
  return widths.filter((excess) => excess > 0);
}
