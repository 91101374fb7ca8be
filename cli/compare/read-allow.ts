import { type Obstacle, obstacles } from "../../src/compare/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { didYouMean } from "../../src/core/text/suggest.ts";

/**
 * What `--allow` names, each once.
 *
 * @throws AppError CLI_USAGE for what is no obstacle.
 */
export function readAllow(written: readonly string[] = []): readonly Obstacle[] {
  const names = new Set(written.flatMap((each) => each.split(",")).map((each) => each.trim()));
  return [...names].map((name) => {
    const obstacle = obstacles.find((each) => each === name);
    if (obstacle !== undefined) return obstacle;
    throw new AppError("CLI_USAGE", `--allow knows no obstacle "${name}"`, {
      hint: didYouMean(name, obstacles),
    });
  });
}
