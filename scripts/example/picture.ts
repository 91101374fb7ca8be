import { userInfo } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { chromiumPath } from "../../src/report/page/testing/watched-pages.ts";

/**
 * Takes the picture of a page that the README shows: what stands on it first, as on a screen of 1,280 pixels.
 *
 * @returns whether there is a browser that could
 */
export async function takePicture(page: string, picture: string): Promise<boolean> {
  if (chromiumPath === undefined) return false;
  const args = userInfo().uid === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: chromiumPath, args });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1640 } });
    const opened = await context.newPage();
    await opened.goto(pathToFileURL(resolve(page)).href);
    await opened.screenshot({ path: picture });
  } finally {
    await browser.close();
  }
  return true;
}
