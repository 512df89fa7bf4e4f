/*
 * uPlot makes a number format for navigator.language as it loads, and throws where that is no language tag
 * ("en-US@posix" in some containers). Imported before it.
 */
try {
  new Intl.NumberFormat(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en-US', configurable: true });
}
