import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadPencil } from "../../charts/index.ts";
import { madeComparison } from "../testing/made-comparison.ts";
import {
  accessibilityFindings,
  chromiumPath,
  excessWidths,
  type WatchedPage,
  type WatchedPages,
  watchedPages,
} from "../testing/watched-pages.ts";
import { comparisonParts } from "./comparison-parts.tsx";

describe.skipIf(chromiumPath === undefined)("a comparison in Chromium", () => {
  let pages: WatchedPages;

  beforeAll(async () => {
    const pencil = await loadPencil();
    const made = { cases: 60, trials: 2 };
    const text = (what: string): string => `${what} ${payloads.join(" ")}`;
    const few = madeComparison(made);
    pages = await watchedPages({
      few: [...comparisonParts(few, pencil)].join(""),
      fewer: [...comparisonParts(madeComparison({ ...made, cases: 16 }), pencil)].join(""),
      hostile: [...comparisonParts(madeComparison({ ...made, text }), pencil)].join(""),
      baseline: [...comparisonParts({ ...few, a: undefined }, pencil)].join(""),
    });
  });

  afterAll(() => pages.close());

  /** Closes the page, which must have been silent and alone. */
  async function close({ page, errors, requests }: WatchedPage): Promise<void> {
    const own = page.url().replace(/#.*$/u, "");
    await page.context().close();
    expect(errors).toEqual([]);
    expect(requests.filter((url) => url !== own)).toEqual([]);
  }

  test("a flipped case leads to both transcripts, aligned up to the first difference", async () => {
    const watched = await pages.open("few");
    const { page } = watched;
    await page.locator(".flip-list.is-broken a").first().click();
    const panel = page.getByRole("dialog", { name: "case-0005" });
    expect(await panel.locator(".aligned-row").count()).toBe(4);
    expect(await panel.locator(".aligned-row.is-same").count()).toBe(3);
    const first = panel.locator(".aligned-row.is-first");
    expect(await first.locator(".difference").textContent()).toBe("First difference: other words");
    expect(await first.locator(".cell").allTextContents()).toEqual([
      expect.stringMatching(/^A.*There are 42 open issues/su),
      expect.stringMatching(/^B.*That is all\.$/su),
    ]);
    const boxes = await first
      .locator(".cell")
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left));
    expect(boxes[1]).toBeGreaterThan((boxes[0] ?? 0) + 300);
    await close(watched);
  });

  test("other arguments and another call are the first difference where they come first", async () => {
    const watched = await pages.open("few", {}, "#pair=triage/case-0002");
    const { page } = watched;
    const first = page.locator(".aligned-row.is-first .difference");
    expect(await first.textContent()).toBe("First difference: the same tool, other arguments");
    await page.goto(page.url().replace("triage/case-0002", "planning/case-0003"));
    await expect.poll(() => first.textContent()).toBe("First difference: only B does this");
    await close(watched);
  });

  test("everything can be done with the keyboard, and the focus comes back", async () => {
    const watched = await pages.open("few");
    const { page } = watched;
    const focused = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.textContent?.slice(0, 80) ?? null);
    await page.locator(".flip-list a").first().focus();
    await page.keyboard.press("Enter");
    const heading = page.getByRole("dialog").getByRole("heading", { level: 2 });
    expect(await heading.textContent()).toBe("case-0005");
    await page.keyboard.press("j");
    await expect.poll(() => heading.textContent()).toBe("case-0013");
    await page.keyboard.press("k");
    await expect.poll(() => heading.textContent()).toBe("case-0005");
    const jump = page.getByRole("button", { name: "First difference: step 4" });
    await jump.focus();
    await page.keyboard.press("Enter");
    expect(await focused()).toContain("First difference: other words");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await focused()).toBe("case-0005");
    // After another case the focus is at that one, in the table.
    await page.keyboard.press("Enter");
    await page.keyboard.press("j");
    await expect.poll(() => heading.textContent()).toBe("case-0013");
    await page.keyboard.press("Escape");
    await expect.poll(focused).toBe("case-0013");
    await close(watched);
  });

  test("a link to a trial leads there, again after a reload", async () => {
    const watched = await pages.open("few", {}, "#pair=counts/case-0005&trial=2");
    const { page } = watched;
    const current = page.getByRole("dialog").locator("[aria-current]");
    expect(await current.textContent()).toContain("Trial 2");
    await page.reload();
    expect(await current.textContent()).toContain("Trial 2");
    await page.goto(page.url().replace("case-0005", "none"));
    await expect.poll(() => page.getByText("This report has no such case.").count()).toBe(1);
    await close(watched);
  });

  test("the cases can be chosen by what became of them and by words", async () => {
    const watched = await pages.open("few");
    const { page } = watched;
    await page.getByRole("button", { name: /^broken/u }).click();
    expect(await page.locator(".pair-table .name a").allTextContents()).toEqual([
      "case-0005",
      "case-0013",
      "case-0021",
      "case-0029",
      "case-0037",
      "case-0045",
      "case-0053",
    ]);
    await page.getByRole("searchbox").fill("counts 0013");
    expect(await page.getByRole("status").textContent()).toBe("1 of 60 cases");
    await page.getByRole("button", { name: "Clear" }).click();
    expect(await page.getByRole("status").textContent()).toBe("60 cases");
    await close(watched);
  });

  test("of a baseline there are results and no transcript, and the page says so", async () => {
    const watched = await pages.open("baseline", {}, "#pair=counts/case-0005");
    const panel = watched.page.getByRole("dialog");
    expect(await panel.textContent()).toContain("Of this side only results are kept");
    expect(await panel.textContent()).toContain("There are 42 open issues");
    await close(watched);
  });

  test.each(["", "#pair=triage/case-0002"])(
    "wide and narrow, light and dark (%j): accessible, and nothing sticks out",
    async (hash) => {
      // The checker is a script, which the policy forbids like any other.
      const watched = await pages.open("fewer", { bypassCSP: true }, hash);
      const { page } = watched;
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        expect(await excessWidths(page)).toEqual([]);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await accessibilityFindings(page)).toEqual([]);
        }
      }
      await close(watched);
    },
  );

  test("on a phone both sides stand one below the other", async () => {
    const viewport = { width: 390, height: 844 };
    const watched = await pages.open("few", { viewport }, "#pair=counts/case-0005");
    const cells = watched.page.locator(".aligned-row.is-first .cell");
    const boxes = await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect()));
    expect(boxes[1]?.left).toBe(boxes[0]?.left);
    expect(boxes[1]?.top).toBeGreaterThan(boxes[0]?.bottom ?? 0);
    await close(watched);
  });

  test("hostile text is text, also in open transcripts", async () => {
    const watched = await pages.open("hostile");
    const { page } = watched;
    await page.locator(".flip-list a").first().click();
    expect(await page.getByRole("dialog").textContent()).toContain("<img src=x onerror=");
    const foreign =
      "img, iframe, object, embed, form, base, [onerror], [onload], [onfocus], [style*='color'], a:not([href^='#'])";
    expect(await page.locator(foreign).count()).toBe(0);
    expect(await page.evaluate(() => "hit" in globalThis)).toBe(false);
    await close(watched);
  });

  test("without scripts the verdicts and the flips can be read", async () => {
    const watched = await pages.open("few", { javaScriptEnabled: false });
    const { page } = watched;
    expect(await page.locator("h1").textContent()).toBe(
      "B (run-b) against A (run-a) gate undecided",
    );
    expect(await page.locator(".flip-list.is-broken li").count()).toBe(7);
    expect(await page.locator(".metrics tbody tr").count()).toBe(6);
    await close(watched);
  });
});

const payloads: readonly string[] = [
  "</script><script>globalThis.hit = 1</script>",
  "<img src=x onerror=globalThis.hit=1>",
  "<svg onload=globalThis.hit=1><style>body{color:red}</style></svg>",
  '" onfocus="globalThis.hit=1" autofocus="',
  "<iframe src=javascript:parent.hit=1></iframe><base href=http://127.0.0.1:9/>",
  "--></title></style></noscript><form action=http://127.0.0.1:9/><a href=http://127.0.0.1:9/>x</a>",
  "\u001B[2J\u0000\u202E\u2028",
];
