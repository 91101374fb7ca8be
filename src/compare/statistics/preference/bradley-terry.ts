import { sum } from "../mean.ts";

/** More steps than any connected table of a size one can judge takes. */
const mostSteps = 100_000;

/**
 * Bradley and Terry's strengths of several systems compared in pairs: system i beats j with chance
 * sᵢ/(sᵢ + sⱼ). `wins[i][j]` is how often i beat j, a tie half a win for both. By the steps sᵢ ← Wᵢ / Σⱼ
 * nᵢⱼ/(sᵢ + sⱼ), scaled to a geometric mean of 1. For intervals draw cases with repetition and fit
 * again. R. A. Bradley and M. E. Terry, Biometrika 39 (1952), 324-345; D. R. Hunter, "MM Algorithms for
 * Generalized Bradley-Terry Models", Annals of Statistics 32 (2004), 384-406. Undefined where the strengths
 * are not finite: one group of systems never lost to the others. Throws a RangeError where the table is
 * not square or a count is below 0.
 */
export function bradleyTerry(wins: readonly (readonly number[])[]): readonly number[] | undefined {
  checkWins(wins);
  if (wins.length === 0 || !isConnected(wins)) return undefined;
  let strengths = wins.map(() => 1);
  for (let step = 0; step < mostSteps; step += 1) {
    const next = scaled(wins.map((_, own) => improved({ wins, strengths, own })));
    const moved = next.some((value, own) => Math.abs(value / (strengths[own] ?? 1) - 1) > 1e-13);
    strengths = next;
    if (!moved) break;
  }
  return strengths;
}

function improved({
  wins,
  strengths,
  own,
}: {
  readonly wins: readonly (readonly number[])[];
  readonly strengths: readonly number[];
  readonly own: number;
}): number {
  // One system alone has met nobody.
  if (wins.length === 1) return 1;
  const strength = strengths[own] ?? 1;
  const others = strengths.map((other, place) => {
    const met = (wins[own]?.[place] ?? 0) + (wins[place]?.[own] ?? 0);
    return place === own ? 0 : met / (strength + other);
  });
  const won = sum((wins[own] ?? []).filter((_, place) => place !== own));
  return won / sum(others);
}

function scaled(strengths: readonly number[]): number[] {
  const middle = Math.exp(sum(strengths.map(Math.log)) / strengths.length);
  return strengths.map((strength) => strength / middle);
}

/** Whether a chain of wins leads from every system to every other. */
function isConnected(wins: readonly (readonly number[])[]): boolean {
  const beats = (winner: number, loser: number): boolean => (wins[winner]?.[loser] ?? 0) > 0;
  const losesTo = (loser: number, winner: number): boolean => beats(winner, loser);
  return [beats, losesTo].every((leads) => reached(wins.length, leads) === wins.length);
}

function reached(systems: number, leads: (from: number, to: number) => boolean): number {
  const found = new Set([0]);
  for (const from of found) {
    for (let to = 0; to < systems; to += 1) if (leads(from, to)) found.add(to);
  }
  return found.size;
}

function checkWins(wins: readonly (readonly number[])[]): void {
  for (const row of wins) {
    if (row.length !== wins.length) throw new RangeError("a table of wins is square");
    if (!row.every((count) => count >= 0 && count < Infinity)) {
      throw new RangeError("a number of wins is 0 or more");
    }
  }
}
