import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadPencil } from "../charts/index.ts";
import type { RunInput } from "../report-input.ts";
import { pageParts } from "./page-parts.tsx";
import { madeInput } from "./testing/made-input.ts";
import {
  accessibilityFindings,
  chromiumPath,
  excessWidths,
  type WatchedPage,
  type WatchedPages,
  watchedPages,
} from "./testing/watched-pages.ts";

describe.skipIf(chromiumPath === undefined)(
  "in Chromium (skipped without one, which FLOWPROOF_CHROMIUM can name)",
  () => {
    let pages: WatchedPages;

    beforeAll(async () => {
      const pencil = await loadPencil();
      const page = (...runs: readonly RunInput[]): string =>
        [...pageParts({ runs }, pencil)].join("");
      const few = { run: "20260102-030405-aaaaaa", cases: 60, trials: 2 };
      const text = (what: string): string => `${what} ${payloads.join(" ")} ${"w".repeat(200)}`;
      pages = await watchedPages({
        few: page(madeInput(few)),
        many: page(madeInput({ ...few, cases: 2000, trials: 1 })),
        small: page(madeInput({ ...few, cases: 20 })),
        hostile: page(madeInput({ ...few, cases: 20, text })),
        two: page(
          madeInput(few),
          madeInput({ run: "20260103-030405-bbbbbb", cases: 5, trials: 1 }),
        ),
      });
    });

    afterAll(() => pages.close());

    const open: WatchedPages["open"] = (...args) => pages.open(...args);

    /** Closes the page, which must have been silent and alone. */
    async function close({ page, errors, requests }: WatchedPage): Promise<void> {
      const own = page.url().replace(/#.*$/u, "");
      await page.context().close();
      expect(errors).toEqual([]);
      expect(requests.filter((url) => url !== own)).toEqual([]);
    }

    const names = (page: Page): Promise<readonly string[]> =>
      page.locator(".case-row .name a").allTextContents();

    test("it opens silently, asks for nothing, and shows failures first", async () => {
      const watched = await open("few");
      const { page } = watched;
      expect(await page.locator("h1").textContent()).toBe("54 of 60 cases passed gate failed");
      const outcomes = await page.locator(".case-row .badge").allTextContents();
      expect(outcomes.slice(0, 7)).toEqual([
        "fail",
        "fail",
        "fail",
        "fail",
        "agent error",
        "judge error",
        "pass",
      ]);
      expect(watched.requests).toHaveLength(1);
      await close(watched);
    });

    test("the filter takes words, outcomes, suites and tags together, and can be cleared", async () => {
      const watched = await open("few");
      const { page } = watched;
      await page.getByRole("searchbox").fill("case-003");
      expect(await page.getByRole("status").textContent()).toBe("10 of 60 cases");
      await page.getByRole("button", { name: /^fail/u }).click();
      expect(await names(page)).toEqual(["case-0030"]);
      await page.getByRole("combobox", { name: "suite" }).selectOption("planning");
      expect(await page.getByText("No case is like this.").isVisible()).toBe(true);
      await page.getByRole("button", { name: "Clear" }).click();
      await page.getByRole("combobox", { name: "tag" }).selectOption("smoke");
      expect(await page.getByRole("status").textContent()).toBe("20 of 60 cases");
      await close(watched);
    });

    test("a head sorts by its column, and again the other way round", async () => {
      const watched = await open("few");
      const { page } = watched;
      const head = page.getByRole("columnheader", { name: "case", exact: true });
      await head.getByRole("button").click();
      expect((await names(page)).slice(0, 3)).toEqual(["case-0001", "case-0002", "case-0003"]);
      expect(await head.getAttribute("aria-sort")).toBe("ascending");
      await head.getByRole("button").click();
      expect((await names(page)).slice(0, 2)).toEqual(["case-0060", "case-0059"]);
      expect(await head.getAttribute("aria-sort")).toBe("descending");
      await close(watched);
    });

    test("a transcript shows its calls, who answered them, and what the judge quoted", async () => {
      const watched = await open("few");
      const { page } = watched;
      await page.getByRole("searchbox").fill("case-0001");
      await page.locator(".case-row").click();
      const panel = page.getByRole("dialog", { name: "case-0001" });
      expect(await panel.locator(".call h4").textContent()).toContain(
        "run_glql_querymock 1 of 2 · 12 ms",
      );
      expect(await panel.locator(".call").textContent()).toContain('"title": "Cart is empty"');
      expect(await panel.locator("mark").allTextContents()).toEqual([
        "There are 42 open issuesjudge#1",
      ]);
      await panel.getByText('judge#1 "The answer says').click();
      expect(await panel.getByText("The answer names the number").isVisible()).toBe(true);
      await panel.getByRole("link", { name: "Trial 2" }).click();
      expect(page.url()).toMatch(/#case=counts\/case-0001&trial=2$/u);
      await panel.getByRole("button", { name: "Close" }).click();
      expect(await panel.count()).toBe(0);
      expect(page.url()).not.toContain("#");
      await close(watched);
    });

    test("everything can be done with the keyboard", async () => {
      const watched = await open("few");
      const { page } = watched;
      const focused = (): Promise<string | null> =>
        page.evaluate(() => document.activeElement?.textContent?.slice(0, 20) ?? null);
      await page.keyboard.press("/");
      await page.keyboard.type("case-00");
      await page.keyboard.press("ArrowDown");
      expect(await focused()).toBe("case-0010");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      expect(await page.getByRole("dialog").getByRole("heading", { level: 2 }).textContent()).toBe(
        "case-0020",
      );
      await page.keyboard.press("j");
      expect(page.url()).toMatch(/case-0030$/u);
      await page.keyboard.press("k");
      await page.keyboard.press("Escape");
      expect(await page.getByRole("dialog").count()).toBe(0);
      expect(await focused()).toBe("case-0020");
      await page.keyboard.press("End");
      await expect.poll(focused).toBe("case-0059");
      await page.keyboard.press("Home");
      await expect.poll(focused).toBe("case-0010");
      await close(watched);
    });

    test("a link to a trial leads there, again after a reload", async () => {
      const watched = await open("few", {}, "#case=triage/case-0010&trial=2");
      const { page } = watched;
      const current = page.getByRole("dialog").locator("[aria-current]");
      expect(await current.textContent()).toContain("Trial 2");
      await page.reload();
      expect(await current.textContent()).toContain("Trial 2");
      await page.goto(page.url().replace(/#.*$/u, "#case=nowhere/none"));
      expect(await page.getByText("This report has no such case.").isVisible()).toBe(true);
      await close(watched);
    });

    test("the colors are the system's until the reader chooses, and then stay", async () => {
      const watched = await open("few", { colorScheme: "dark" });
      const { page } = watched;
      const ground = (): Promise<string> =>
        page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const dark = await ground();
      await page.getByRole("button", { name: "Show in light colors" }).click();
      const light = await ground();
      expect(light).not.toBe(dark);
      await page.reload();
      expect(await ground()).toBe(light);
      await page.getByRole("button", { name: "Show in dark colors" }).click();
      expect(await ground()).toBe(dark);
      await close(watched);
    });

    test("of thousands of cases only those in view are in the page, and the last can be reached", async () => {
      const watched = await open("many");
      const { page } = watched;
      expect(await page.getByRole("status").textContent()).toBe("2000 cases");
      expect(await page.locator(".case-row").count()).toBeLessThan(150);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.locator(".case-row a").first().focus();
      await page.keyboard.press("End");
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-row")))
        .toBe("1999");
      expect(await page.locator(".case-row").count()).toBeLessThan(150);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
      await close(watched);
    });

    const shown = [
      { what: "the overview", hash: "" },
      { what: "a case that failed", hash: "#case=triage/case-0010" },
    ] as const;

    test.each(shown)(
      "$what is accessible, and nothing sticks out, on any screen",
      async ({ hash }) => {
        // The checker is a script, which the policy forbids like any other.
        const watched = await open("small", { bypassCSP: true }, hash);
        const { page } = watched;
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 844 });
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            const where = `${width} pixels, ${colorScheme}`;
            expect(await accessibilityFindings(page), where).toEqual([]);
            expect(await excessWidths(page), where).toEqual([]);
          }
        }
        await close(watched);
      },
    );

    test("hostile text is text, also in an open transcript", async () => {
      const watched = await open("hostile");
      const { page } = watched;
      await page.locator(".case-row a").first().focus();
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      expect(await page.getByRole("dialog").textContent()).toContain("<img src=x onerror=");
      const foreign =
        "img, iframe, object, embed, form, base, [onerror], [onload], [onfocus], [style*='color'], a:not([href^='#'])";
      expect(await page.locator(foreign).count()).toBe(0);
      expect(await page.evaluate(() => "hit" in globalThis)).toBe(false);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        expect(await excessWidths(page), `${width} pixels`).toEqual([]);
      }
      await close(watched);
    });

    test("of several runs one is looked at, and links lead into each", async () => {
      const watched = await open("two");
      const { page } = watched;
      expect(await page.getByRole("status").textContent()).toBe("60 cases");
      await page.getByRole("link", { name: "20260103-030405-bbbbbb" }).click();
      expect(await page.getByRole("status").textContent()).toBe("5 cases");
      expect(await page.locator("article:visible h2").first().textContent()).toContain(
        "5 of 5 cases passed",
      );
      await page.getByRole("combobox", { name: "run" }).selectOption({ index: 0 });
      expect(await page.getByRole("status").textContent()).toBe("60 cases");
      await page.goto(page.url().replace(/#.*$/u, "#case=counts/case-0001&run=2"));
      expect(await page.getByRole("dialog").count()).toBe(1);
      await close(watched);
    });

    test("without scripts the numbers and the failed cases can be read", async () => {
      const watched = await open("few", { javaScriptEnabled: false });
      const { page } = watched;
      expect(await page.getByText("Cases that did not pass").isVisible()).toBe(true);
      expect(await page.locator("noscript tbody tr").count()).toBe(6);
      await close(watched);
    });
  },
);

const payloads: readonly string[] = [
  "</script><script>globalThis.hit = 1</script>",
  "<img src=x onerror=globalThis.hit=1>",
  "<svg onload=globalThis.hit=1><style>body{color:red}</style></svg>",
  '" onfocus="globalThis.hit=1" autofocus="',
  "<iframe src=javascript:parent.hit=1></iframe><base href=http://127.0.0.1:9/>",
  "--></title></style></noscript><form action=http://127.0.0.1:9/><a href=http://127.0.0.1:9/>x</a>",
  "\u001B[2J\u0000\u202E\u2028",
];
