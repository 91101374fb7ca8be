/** Pocock's bounds are the same at each look; O'Brien and Fleming's are high at first and fall. */
export type SpendingShape = "pocock" | "obrien-fleming";

/** Two-sided 5 % in all, for 2 to 5 looks. */
const constants: Readonly<Record<SpendingShape, readonly number[]>> = {
  pocock: [2.178, 2.289, 2.361, 2.413],
  "obrien-fleming": [1.977, 2.004, 2.024, 2.04],
};

/**
 * How large |z| must be at each of 2 to 5 equally spaced looks, so that all together raise a false alarm
 * with a chance of 5 %, two-sided: c at each look (Pocock), c·√(looks/look) (O'Brien and Fleming). S. J.
 * Pocock, Biometrika 64 (1977), 191-199; P. C. O'Brien and T. R. Fleming, Biometrics 35 (1979), 549-556;
 * constants after C. Jennison and B. W. Turnbull, "Group Sequential Methods" (2000).
 * Throws a RangeError for other numbers of looks.
 */
export function groupSequentialBounds(looks: number, shape: SpendingShape): readonly number[] {
  const constant = constants[shape][looks - 2];
  if (constant === undefined)
    throw new RangeError(`bounds are known for 2 to 5 looks, not ${looks}`);
  return Array.from({ length: looks }, (_, look) =>
    shape === "pocock" ? constant : constant * Math.sqrt(looks / (look + 1)),
  );
}
