/** The golden angle: hues of neighbouring numbers are far apart, and none comes twice. */
const angle = 137.508;

/** A run has one colour wherever it is shown; `key` is its number within the project. */
export function runColour(key: number, dark: boolean): string {
  const hue = (key * angle + 20) % 360;
  const chroma = 0.15 + 0.03 * ((key * 7) % 3);
  const light = (dark ? 0.74 : 0.56) + 0.05 * (((key * 5) % 3) - 1);
  return `oklch(${light.toFixed(2)} ${chroma.toFixed(2)} ${hue.toFixed(1)})`;
}

/** The same as a CSS value that follows the page's colours by itself. */
export function runColourCss(key: number): string {
  return `light-dark(${runColour(key, false)}, ${runColour(key, true)})`;
}

export function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** The colour that a CSS value has on this page, in a form that a canvas understands. */
export function resolveColour(css: string): string {
  const probe = document.createElement('span');
  probe.style.color = css;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** Hears that the page changed between light and dark. */
export function onColours(listener: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', listener);
  addEventListener('neptune-theme', listener);
  return () => {
    media.removeEventListener('change', listener);
    removeEventListener('neptune-theme', listener);
  };
}
