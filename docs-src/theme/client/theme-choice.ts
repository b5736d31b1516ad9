import { readStored, writeStored } from './stored.ts';

export type Theme = 'system' | 'light' | 'dark';

export function chosenTheme(): Theme {
  const stored = readStored('theme');
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The three buttons at the foot of the menu. */
export function setUpThemeSwitch(): void {
  const buttons = document.querySelectorAll<HTMLElement>('[data-theme-choice]');
  const show = (theme: Theme) => {
    applyTheme(theme);
    for (const button of buttons) button.ariaPressed = String(button.dataset.themeChoice === theme);
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const theme = button.dataset.themeChoice as Theme; // the three values of menu.njk
      writeStored('theme', theme === 'system' ? null : theme);
      show(theme);
    });
  }
  show(chosenTheme());
}
