export type Theme = 'system' | 'light' | 'dark';

const key = 'neptune.theme';

export function savedTheme(): Theme {
  const value = localStorage.getItem(key);
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** Without a choice of the user's, the style sheet follows the system by itself. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(key);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(key, theme);
    document.documentElement.dataset.theme = theme;
  }
  dispatchEvent(new Event('neptune-theme'));
}
