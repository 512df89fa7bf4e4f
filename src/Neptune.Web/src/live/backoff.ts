const first = 500;
const longest = 15_000;

/** How long to wait before the next try, in milliseconds: doubling, with a random part so that tabs do not come at once. */
export function retryDelay(failures: number, random = Math.random()): number {
  const full = Math.min(longest, first * 2 ** Math.max(0, failures - 1));
  return full * (0.5 + random / 2);
}
