import { expect, test } from "vitest";
import { askAgent } from "../index.ts";

// This repository's own tests run without the plugin.
test("without the plugin nothing is asked, and the message says what to do", async () => {
  await expect(askAgent("Hello", { flow: "data_analyst" })).rejects.toThrow(
    "flowproof's plugin is not in Vitest's configuration [VITEST_NOT_SET_UP]\n  hint: put `plugins: [flowproofVitest()]` into it",
  );
});
