import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import { sampleQuantile } from "../src/compare/index.ts";
import { loadReporter, runReporters } from "../src/report/index.ts";
import { madeInput } from "../src/report/page/testing/made-input.ts";
import { chromiumPath } from "../src/report/page/testing/watched-pages.ts";

/**
 * The HTML report of a large run: its size, how long it takes to make beside writing the same data as JSON, and
 * in Chromium how long until its table can be used, and what scrolling through all of it costs. Run
 * `npm run generate` first, then `npm run bench:report [cases] [rounds]`, on a machine that does nothing else.
 */
const cases = Number(process.argv[2] ?? 5000);
const rounds = Number(process.argv[3] ?? 5);
const bar = 2000;

interface Loaded {
  /** Milliseconds since the page was asked for. */
  readonly tableMs: number;
  readonly wholeMs: number;
}

interface Scrolled {
  readonly frames: number;
  readonly slowFrames: number;
  readonly longestMs: number;
  /** Processor time of the page's thread for a frame, which other programs do not lengthen. */
  readonly busyMs: number;
}

// What runs in the page is text: a loader would put names of its own into functions.
const watchTable = `new MutationObserver((_, observer) => {
  if (document.querySelector(".case-row") === null) return;
  observer.disconnect();
  requestAnimationFrame(() => { globalThis.tableMs = performance.now(); });
}).observe(document, { childList: true, subtree: true })`;
const readLoad = `new Promise((done) => {
  const look = () => globalThis.tableMs === undefined ? requestAnimationFrame(look) : done({
    tableMs: globalThis.tableMs,
    wholeMs: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
  });
  look();
})`;
const scrollThrough = `new Promise((done) => {
  const tasks = [];
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) tasks.push(duration); })
    .observe({ entryTypes: ["longtask"] });
  const frames = [];
  let last = performance.now();
  const step = (now) => {
    frames.push(now - last);
    last = now;
    scrollBy({ top: 300, behavior: "instant" });
    if (frames.length < 300) requestAnimationFrame(step);
    else setTimeout(() => done({
      frames: frames.length,
      slowFrames: frames.filter((each) => each > 50).length,
      longestMs: Math.max(0, ...tasks),
    }), 100);
  };
  requestAnimationFrame(step);
})`;

const input = madeInput({ run: "20260102-030405-aaaaaa", cases, trials: 1 });
const html = runReporters.get("html");
if (html === undefined) throw new Error("no reporter of this name");
const reporter = await loadReporter(html);

function make(): string {
  const options = { color: false, verbose: true, transcripts: input };
  return reporter.format(input.record, options);
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const text = make();
const madeMs: number[] = [];
const jsonMs: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  madeMs.push(timed(make));
  jsonMs.push(timed(() => JSON.stringify(input)));
}
print(`${cases} cases of one trial, medians of ${rounds} rounds, Node ${process.version}`);
print(
  `size             ${(text.length / 1024 / 1024).toFixed(1)} MB, ${(text.length / cases).toFixed(0)} characters a case`,
);
print(
  `made in          ${median(madeMs).toFixed(0)} ms, ${(median(madeMs) / median(jsonMs)).toFixed(1)} x of its data as JSON`,
);
if (chromiumPath === undefined) print("no Chromium is here: FLOWPROOF_CHROMIUM can name one");
else await measureInChromium(chromiumPath);

async function measureInChromium(executablePath: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "flowproof-bench-report-"));
  const file = join(folder, "report.html");
  writeFileSync(file, text);
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const loads: Loaded[] = [];
    const scrolls: Scrolled[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.addInitScript(watchTable);
      await page.goto(pathToFileURL(file).href);
      loads.push(await page.evaluate<Loaded>(readLoad));
      scrolls.push(await scroll(page));
      await page.close();
    }
    const tableMs = median(loads.map((each) => each.tableMs));
    print(
      `table usable     ${tableMs.toFixed(0)} ms after the start, ${tableMs <= bar ? "within" : "ABOVE"} the bar of ${bar}`,
    );
    print(`all of it read   ${median(loads.map((each) => each.wholeMs)).toFixed(0)} ms`);
    const of = (key: keyof Scrolled): string => median(scrolls.map((each) => each[key])).toFixed(0);
    print(
      `scrolled through ${of("frames")} frames of ${of("busyMs")} ms of processor time, ${of("slowFrames")} later than 50 ms; the longest task ${of("longestMs")} ms`,
    );
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** So many frames of 300 pixels each: as fast as anybody reads, and more. */
async function scroll(page: Page): Promise<Scrolled> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busyMs = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  const before = await busyMs();
  const scrolled = await page.evaluate<Omit<Scrolled, "busyMs">>(scrollThrough);
  return { ...scrolled, busyMs: ((await busyMs()) - before) / scrolled.frames };
}

function median(values: readonly number[]): number {
  return sampleQuantile(values, 0.5);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
